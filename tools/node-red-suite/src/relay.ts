import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another address in front of a server. */
export interface Relay {
  /** Without a slash at the end */
  readonly url: string;
  close(): void;
}

/**
 * Puts another address, with another path, in front of a server.
 * @param from path here
 * @param to address that it stands for
 * @param read is told every answer
 */
export const startRelay = async (
  from: string,
  to: string,
  read: (path: string, content: string) => void = () => undefined,
): Promise<Relay> => {
  const server = createServer((incoming, response) => {
    const path = (incoming.url ?? '').slice(from.length);
    const outgoing = request(
      to + path,
      { method: incoming.method ?? 'GET', headers: { ...incoming.headers, 'accept-encoding': 'identity' } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        let content = '';
        answer.setEncoding('utf8').on('data', (text: string) => {
          content += text;
          response.write(text);
        });
        answer.on('end', () => {
          read(path, content);
          response.end();
        });
      },
    );
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${from}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
