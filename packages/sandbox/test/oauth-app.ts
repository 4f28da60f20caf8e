import {
  type AuthorizationCodeDialect,
  type CallbackQuery,
  type Clock,
  completeAuthorization,
  createConnection,
  createEngine,
  memoryTokenStore,
  nifty,
  niftyOAuth,
  type OAuthScheme,
  oauthClient,
  operationsOf,
  startAuthorization,
  type Vendor,
  vcita,
  vcitaOAuth,
  vplan,
  vplanOAuth,
} from '@patchbay/core';
import { axiosTransport, nodeCrypto } from '@patchbay/node';
import { onTestFinished } from 'vitest';
import type { SandboxOptions } from '../src/index.ts';
import { played } from '../src/played.ts';
import { startTwins } from '../src/sandbox.ts';
import type { Json } from './harness.ts';
import { manualTime } from './manual-time.ts';

/** What a test needs to know of a vendor's OAuth. */
interface Known {
  readonly vendor: Vendor;
  readonly scheme: OAuthScheme<AuthorizationCodeDialect>;
  /** Reads something that needs nothing */
  readonly read: string;
}

/** The vendors that give tokens. */
export const known = {
  vplan: { vendor: vplan, scheme: vplanOAuth, read: '/me' },
  nifty: { vendor: nifty, scheme: niftyOAuth, read: '/api/v1.0/users/me' },
  vcita: { vendor: vcita, scheme: vcitaOAuth, read: '/oauth/userinfo' },
} satisfies Readonly<Record<string, Known>>;

/** Name of one of them. */
export type VendorName = keyof typeof known;

const callback = 'http://127.0.0.1:1880/patchbay/callback';

/** A request for tokens, as a program of any quality would send it. */
export interface TokenCall {
  readonly json?: Readonly<Record<string, unknown>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly content?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  /** @default that of the dialect */
  readonly path?: string;
}

/** The answer to it. */
export interface TokenReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `undefined` when it is none */
  readonly json: Json;
}

const contentOf = ({ json, form, content }: TokenCall): readonly [body: string | undefined, type: string] => {
  if (json) return [JSON.stringify(json), 'application/json'];
  if (form) return [new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded'];
  return [content, 'text/plain'];
};

/** Id and secret as a Basic header. */
export const basic = (id: string, secret: string): { readonly authorization: string } => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

/** A sandbox on a standing clock that plays one vendor, and an app that asks it for tokens; it ends with the test. */
export const startApp = async (name: VendorName, options: SandboxOptions = {}) => {
  const { vendor, scheme, read }: Known = known[name];
  const time = manualTime('2026-11-22T09:00:00.000Z');
  const problems: string[] = [];
  const sandbox = await startTwins([played[name]], {
    now: time.now,
    schedule: time.schedule,
    log: (message) => problems.push(message),
    ...options,
  });
  onTestFinished(async () => {
    await sandbox.close();
    if (problems.length > 0) throw new Error(`The sandbox reported: ${problems.join('\n')}`);
  });
  const twin = sandbox.twin(name);
  const { baseUrl, oauth } = twin;
  const { authorize, token } = { ...scheme.oauth };
  const { client_id, client_secret } = oauth.app;

  const consentUrl = (more: Readonly<Record<string, string | undefined>> = {}): string => {
    const query = { response_type: 'code', client_id, redirect_uri: callback, state: 'the-state', ...more };
    const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return `${baseUrl}${authorize.path}?${new URLSearchParams(given)}`;
  };
  /** Presses a button of a consent page, and tells where the browser is sent. */
  const decide = async (url: string, decision = 'allow'): Promise<URL> => {
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ decision }), redirect: 'manual' });
    if (answer.status !== 302) throw new Error(`The consent page answered ${answer.status}: ${await answer.text()}`);
    return new URL(answer.headers.get('location') ?? '');
  };
  const code = async (more?: Readonly<Record<string, string | undefined>>): Promise<string> =>
    (await decide(consentUrl(more))).searchParams.get('code') ?? '';
  const ask = async (given: TokenCall): Promise<TokenReply> => {
    const [body, type] = contentOf(given);
    const answer = await fetch(`${baseUrl}${given.path ?? token.path}`, {
      method: given.method ?? 'POST',
      headers: { ...(body !== undefined && { 'content-type': type }), ...given.headers },
      body: body ?? null,
    });
    const text = await answer.text();
    const json: Json = /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined;
    return { status: answer.status, headers: answer.headers, text, json };
  };
  /** Asks as the vendor documents it. */
  const exchange = (
    fields: Readonly<Record<string, string | undefined>>,
    more: Partial<TokenCall> = {},
  ): Promise<TokenReply> => {
    const isBasic = token.clientAuthentication === 'client_secret_basic';
    const all = { redirect_uri: callback, ...(!isBasic && { client_id, client_secret }), ...fields };
    const sent = Object.fromEntries(
      Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined),
    );
    const headers = isBasic ? basic(client_id, client_secret) : {};
    return ask({ ...(token.encoding === 'json' ? { json: sent } : { form: sent }), headers, ...more });
  };
  const redeem = (value: string, more?: Readonly<Record<string, string | undefined>>) =>
    exchange({ grant_type: 'authorization_code', code: value, ...more });
  const refresh = (refresh_token: string, more?: Readonly<Record<string, string | undefined>>) =>
    exchange({ grant_type: 'refresh_token', refresh_token, ...more });
  const get = (accessToken: string, path = read, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${baseUrl}${path}`, { headers: { authorization: `Bearer ${accessToken}`, ...headers } });

  /** The core's own client, connected or not. */
  const connect = async (decision = 'allow') => {
    const clock: Clock = {
      now: time.now,
      sleep: (_, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
    };
    const ports = { transport: axiosTransport(), clock, crypto: nodeCrypto };
    const client = oauthClient(vendor, scheme, { ...oauth.app }, { baseUrl, redirectUri: callback });
    const { url, pending } = await startAuthorization(client, nodeCrypto);
    const query: CallbackQuery = (await decide(url, decision)).searchParams;
    const grant = await completeAuthorization(client, pending, query, ports);
    const store = memoryTokenStore(clock);
    const connection = createConnection({ client, store, key: 'account', ...ports });
    await connection.save(grant);
    const { authorization } = connection;
    const engine = createEngine(vendor, { transport: ports.transport, clock, baseUrl, authorization });
    const test = operationsOf(vendor).get(scheme.test);
    if (!test) throw new Error(`${vendor.label} has no ${scheme.test}`);
    return { connection, grant, store, call: () => engine.call(test, {}) };
  };

  return {
    sandbox,
    time,
    twin,
    oauth,
    callback,
    consentUrl,
    decide,
    code,
    ask,
    exchange,
    redeem,
    refresh,
    get,
    connect,
    client_id,
    client_secret,
  };
};
