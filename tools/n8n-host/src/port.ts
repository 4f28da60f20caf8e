import { createServer } from 'node:net';
import { HostError } from './host-error.ts';

/**
 * Makes sure that a loopback port can be listened on. Port 0 stands for any free one.
 * @returns the port.
 * @throws HostError `port-taken`.
 */
export function reservePort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) => {
      const message = `Port ${port} on 127.0.0.1 is not free. Stop the program that uses it or choose another port.`;
      reject(new HostError('port-taken', message, { cause }));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}
