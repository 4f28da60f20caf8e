import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Loopback: nothing here is meant to be reached from another machine. */
export const host = '127.0.0.1';

/**
 * A server that already listens on loopback, so that its port is known before Node-RED starts.
 * @param port 0 for any free one
 * @throws Error with `code` EADDRINUSE when the port is taken, EACCES when it may not be used
 */
export const listen = (listener: RequestListener, port: number): Promise<{ server: Server; port: number }> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const reason = taken ? 'is taken by another program; choose another one, or 0 for any free one' : error.message;
      reject(Object.assign(new Error(`Node-RED cannot listen on port ${port}: it ${reason}`), { code: error.code }));
    });
    server.listen(port, host, () => resolve({ server, port: (server.address() as AddressInfo).port }));
  });

/** Ends all connections and stops listening. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
