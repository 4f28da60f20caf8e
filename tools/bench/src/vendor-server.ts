import { startChild } from './child.ts';

/** A vendor on loopback in a process of its own. */
export interface VendorServer {
  /** Base URL, without a slash at the end */
  readonly baseUrl: string;
  stop(): void;
}

/** Starts `children/vendor-server.ts`. */
export const startVendorServer = async (): Promise<VendorServer> => {
  const child = startChild<{ port: number }>('vendor-server.ts', {});
  const { port } = await child.answer;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, stop: () => void child.process.kill() };
};
