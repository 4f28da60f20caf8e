import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One token request as it came in. */
export interface TokenRequest {
  readonly refreshToken: string;
  readonly pid: number;
}

/** A token server on loopback: each refresh token works once, lives an hour, and is counted. */
export interface TokenServer {
  readonly url: string;
  readonly requests: readonly TokenRequest[];
  /** Called before a request is answered; what it returns says whether the tokens are given, and whether that is told */
  onRequest: (request: TokenRequest) => 'answer' | 'say nothing' | 'drop';
  /** A pair as connecting gives it */
  connect(): { readonly accessToken: string; readonly refreshToken: string };
  close(): Promise<void>;
}

const contentOf = async (request: IncomingMessage): Promise<string> => {
  let content = '';
  for await (const part of request.setEncoding('utf8')) content += part;
  return content;
};

/** Starts it on a free port. */
export const startTokenServer = async (): Promise<TokenServer> => {
  const requests: TokenRequest[] = [];
  let pair = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refreshToken = new URLSearchParams(await contentOf(request)).get('refresh_token') ?? '';
    const came = { refreshToken, pid: Number(request.headers['x-process']) };
    requests.push(came);
    const course = tokenServer.onRequest(came);
    if (course === 'drop') return void request.socket.destroy();
    const good = refreshToken === `refresh-${pair}`;
    if (good) pair++;
    if (course === 'say nothing') return;
    const body = {
      access_token: `access-${pair}`,
      refresh_token: `refresh-${pair}`,
      token_type: 'access_token',
      expires_in: 3600,
    };
    response.writeHead(good ? 200 : 409, { 'content-type': 'application/json' });
    response.end(JSON.stringify(good ? body : { errors: [{ message: 'Conflict' }] }));
  };
  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tokenServer: TokenServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth/token`,
    requests,
    onRequest: () => 'answer',
    connect: () => {
      pair++;
      return { accessToken: `access-${pair}`, refreshToken: `refresh-${pair}` };
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return tokenServer;
};
