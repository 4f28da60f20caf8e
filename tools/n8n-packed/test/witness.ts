import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request for tokens that went by. */
export interface TokenRequest {
  readonly grant: string;
  /** Whether the client stood in a Basic header */
  readonly basic: boolean;
  /** Redirect URI on the address, not in the content */
  readonly redirectInQuery: string | null;
  readonly status: number;
}

/** Stands before the sandbox and remembers what went by: who asked for tokens, and everything secret. */
export interface Witness {
  readonly url: string;
  /** Codes, tokens and client secrets that were sent or given */
  readonly secrets: ReadonlySet<string>;
  readonly tokenRequests: readonly TokenRequest[];
  /** Addresses that were called, with their queries */
  readonly addresses: readonly string[];
  /** What requests for tokens are answered with in the vendor's stead, by a gateway or by a server that knows the grant no more */
  instead: { readonly status: number; readonly content: string } | undefined;
  close(): Promise<void>;
}

const secretFields = ['access_token', 'refresh_token', 'client_secret', 'service_secret', 'code', 'code_verifier'];

const contentOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const fieldsIn = (content: string): Record<string, unknown> => {
  try {
    return Object(JSON.parse(content));
  } catch {
    return Object.fromEntries(new URLSearchParams(content));
  }
};

/** Starts one before a sandbox. */
export const startWitness = async (sandboxUrl: string): Promise<Witness> => {
  const secrets = new Set<string>();
  const tokenRequests: TokenRequest[] = [];
  const addresses: string[] = [];
  const note = (fields: Record<string, unknown>): void => {
    for (const name of secretFields) {
      const value = fields[name];
      if (typeof value === 'string' && value.length > 8) secrets.add(value);
    }
  };
  const server = createServer(async (request, response) => {
    const { url = '/', method = 'GET', headers } = request;
    addresses.push(url);
    const [path = '', query] = url.split('?');
    const content = await contentOf(request);
    const asksForTokens = /\/oauth\/(service\/)?token$/.test(path);
    if (asksForTokens) note(fieldsIn(content.toString()));
    const grantType = String(fieldsIn(content.toString()).grant_type ?? 'service');
    const redirectInQuery = new URLSearchParams(query).get('redirect_uri');
    const basic = headers.authorization?.startsWith('Basic ') ?? false;
    const heard = (status: number) => tokenRequests.push({ grant: grantType, basic, redirectInQuery, status });
    if (asksForTokens && witness.instead) {
      const { status, content: told } = witness.instead;
      heard(status);
      response.writeHead(status, { 'content-type': 'application/json' }).end(told);
      return;
    }
    const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...sent } = headers;
    const answer = await fetch(new URL(url, sandboxUrl), {
      method,
      headers: sent as Record<string, string>,
      redirect: 'manual',
      ...(content.length > 0 && { body: new Uint8Array(content) }),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    if (asksForTokens) {
      note(fieldsIn(body.toString()));
      heard(answer.status);
    }
    const { 'content-encoding': _encoding, 'content-length': _length, ...given } = Object.fromEntries(answer.headers);
    response.writeHead(answer.status, given).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const witness: Witness = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secrets,
    tokenRequests,
    addresses,
    instead: undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return witness;
};
