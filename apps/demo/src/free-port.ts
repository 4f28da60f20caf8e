import { createServer } from 'node:net';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The wanted port, or 0 for any free one when another program has it; says so then. */
export const freePort = async (wanted: number, what: string, say: (text: string) => void): Promise<number> => {
  if (await isFree(wanted)) return wanted;
  say(`Port ${wanted} is taken; ${what} takes another one.`);
  return 0;
};
