import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that misbehaves as it is told to. */
export interface FaultyServer {
  readonly baseUrl: string;
  /** Requests so far */
  count(): number;
  behave(listener: RequestListener): void;
  close(): Promise<void>;
}

/** Starts a server that answers 404 until it is told otherwise. */
export const startFaultyServer = async (): Promise<FaultyServer> => {
  let behaviour: RequestListener = (_, response) => response.writeHead(404).end();
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    behaviour(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => requests,
    behave(listener) {
      requests = 0;
      behaviour = listener;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
