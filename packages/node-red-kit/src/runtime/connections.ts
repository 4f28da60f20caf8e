import { createHash, randomBytes } from 'node:crypto';
import {
  type Authorization,
  type Connection,
  type ConnectionStatus,
  createConnection,
  fingerprint,
  GrantError,
  isConnectorError,
  type OAuthClient,
  type OAuthScheme,
  type TokenGrant,
  type TokenStore,
} from '@patchbay/core';
import { nodeCrypto, sealedStore, settingsStore } from '@patchbay/node';
import { connectionKey } from '../config.ts';
import { type AccountSettings, clientOf, isOAuth, schemeOf } from './account-settings.ts';
import { type ConnectionPlace, connectionPlace } from './connection-place.ts';
import type { Host } from './host.ts';

/** How the connection of an account stands, in what the editor's form shows. */
export type ConnectionView =
  | (Extract<ConnectionStatus, { state: 'connected' }> & { /** Until Node-RED ends only */ readonly passing: boolean })
  | { readonly state: 'lost' | 'none'; readonly message: string };

/** The connections of a package's accounts. */
export interface Connections {
  /** For an engine: follows the account through renewals, and through connecting it again */
  authorizationOf(settings: AccountSettings): Authorization;
  /** Tells accounts apart, and stays the same through renewals */
  identityOf(settings: AccountSettings): string;
  /** @throws InputError, StoreError */
  viewOf(settings: AccountSettings): Promise<ConnectionView>;
  /**
   * Keeps what connecting gave.
   * @param settings with a connection key
   * @throws InputError, StoreError
   */
  save(settings: AccountSettings, redirectUri: string, grant: TokenGrant): Promise<void>;
  /**
   * Forgets the tokens of an account, those for other settings of it too.
   * @throws StoreError
   */
  disconnect(settings: AccountSettings): Promise<void>;
  /** Drops, to be done when flows have started, the entries older than a day of accounts that no flow has. */
  sweep(): Promise<void>;
  /** Resolves when the next account is connected, or when it is aborted. */
  nextConnected(signal: AbortSignal): Promise<void>;
}

/** A new connection key. */
export const newConnectionKey = (): string => randomBytes(32).toString('base64url');

// Where only the form of an address matters.
const anyAddress = 'https://localhost/';
const mostOpen = 100;
const oldEnough = 86_400_000;
const pleaseConnect = 'Open the account in Node-RED and press Connect';

const grantIdOf = (key: string): string => createHash('sha256').update(`grant ${key}`).digest('base64url').slice(0, 22);
const keyOf = ({ credentials }: AccountSettings): string => credentials[connectionKey] ?? '';

/** The app a grant was given to, and by whom: the tokens are good for no other. */
const bindingOf = ({ scheme, tokenUrl, values }: OAuthClient, { baseUrl }: AccountSettings): string =>
  fingerprint(JSON.stringify([scheme.name, baseUrl.trim().replace(/\/+$/, ''), tokenUrl, values.client_id]));

const notConnected = ({ vendor }: Host, message: string): GrantError =>
  new GrantError(message, {
    code: 'NOT_CONNECTED',
    reason: 'never-connected',
    vendor: vendor.name,
    advice: pleaseConnect,
  });

interface Open {
  readonly print: string;
  readonly connection: Connection;
}

/** Opens the connections of a package's accounts. One for each account, however often its nodes are made anew. */
export const createConnections = (host: Host, place: ConnectionPlace = connectionPlace(host)): Connections => {
  const { RED, vendor, names, ports } = host;
  const kept = settingsStore(place, '');
  // An app's own token costs nothing to ask for again, so it is kept nowhere.
  const passing = settingsStore({ get: (name) => memory.get(name), set: (name, value) => memory.set(name, value) });
  const memory = new Map<string, unknown>();
  const stores = new Map<string, TokenStore>();
  const opened = new Map<string, Open>();
  const waiting = new Set<() => void>();

  const latest = <Value>(map: Map<string, Value>, key: string, value: Value): Value => {
    map.delete(key);
    map.set(key, value);
    if (map.size > mostOpen) map.delete(map.keys().next().value as string);
    return value;
  };
  const sealed = (secret: string): TokenStore =>
    latest(stores, secret, stores.get(secret) ?? sealedStore(kept, secret));
  const opening = (key: string, client: OAuthClient, store: TokenStore): Connection => {
    const print = fingerprint(JSON.stringify([client.tokenUrl, client.values]));
    const before = opened.get(key);
    if (before?.print === print) return latest(opened, key, before).connection;
    const connection = createConnection({ ...ports, client, store, key, crypto: nodeCrypto });
    return latest(opened, key, { print, connection }).connection;
  };

  const grantKey = (scheme: OAuthScheme, settings: AccountSettings): string =>
    `${grantIdOf(keyOf(settings))}.${bindingOf(clientOf(vendor, scheme, settings, anyAddress), settings)}`;

  /** What to say of an account without tokens. */
  const whyNone = (settings: AccountSettings): string => {
    const secret = keyOf(settings);
    if (!secret) return `The ${vendor.label} account is not connected`;
    const own = place.entries().filter(([key]) => key.startsWith(grantIdOf(secret)));
    if (own.some(([, { content }]) => content !== undefined))
      return `The ${vendor.label} account was connected with another app or address than it names now`;
    return own.length > 0
      ? `The ${vendor.label} account is not connected`
      : `This Node-RED has no tokens of the ${vendor.label} account: connect it here. Tokens do not travel with flows`;
  };

  const connectionOf = (settings: AccountSettings): Connection | undefined => {
    const scheme = schemeOf(vendor, settings.scheme) as OAuthScheme;
    if (scheme.oauth.grant === 'service') {
      const client = clientOf(vendor, scheme, settings, '');
      return opening(fingerprint(JSON.stringify([client.tokenUrl, client.values])), client, passing);
    }
    if (!keyOf(settings)) return undefined;
    const key = grantKey(scheme, settings);
    const client = clientOf(vendor, scheme, settings, place.notesOf(key)?.redirectUri || anyAddress);
    return opening(key, client, sealed(keyOf(settings)));
  };

  const asked = async <Result>(
    settings: AccountSettings,
    work: (connection: Connection) => Result | Promise<Result>,
  ): Promise<Result> => {
    const connection = connectionOf(settings);
    if (!connection) throw notConnected(host, whyNone(settings));
    try {
      return await work(connection);
    } catch (error) {
      if (!isConnectorError(error)) throw error;
      if (error.code === 'NOT_CONNECTED') throw notConnected(host, whyNone(settings));
      if (error.code !== 'GRANT_LOST') throw error;
      const { reason } = error as GrantError;
      const details = { code: error.code, reason, vendor: vendor.name, advice: pleaseConnect, cause: error.cause };
      throw new GrantError(error.summary, details);
    }
  };

  const sweep = async (): Promise<void> => {
    const nodes = new Set<string>();
    const used = new Set<string>();
    RED.nodes.eachNode(({ id }) => {
      nodes.add(id);
      const key = (RED.nodes.getCredentials(id) as Readonly<Record<string, string>> | undefined)?.[connectionKey];
      if (key) used.add(grantIdOf(key));
    });
    const now = ports.clock.now();
    const orphans = place
      .entries()
      .filter(([key, { node, at }]) => !used.has(key.split('.')[0] ?? '') && !nodes.has(node) && now - at > oldEnough);
    if (orphans.length > 0) await place.remove(orphans.map(([key]) => key));
  };

  return {
    authorizationOf: (settings) => ({
      authorize: (request, signal) => asked(settings, ({ authorization }) => authorization.authorize(request, signal)),
      renew: (refused, because, signal) =>
        asked(settings, ({ authorization }) => authorization.renew?.(refused, because, signal) ?? false),
    }),
    identityOf: (settings) => {
      const scheme = schemeOf(vendor, settings.scheme);
      const values = Object.keys(scheme.fields).map((field) => settings.credentials[field]);
      const grant = isOAuth(scheme) ? keyOf(settings) : '';
      return fingerprint(JSON.stringify([settings.baseUrl, scheme.name, values, grant]));
    },
    async viewOf(settings) {
      const scheme = schemeOf(vendor, settings.scheme);
      const connection = isOAuth(scheme) ? connectionOf(settings) : undefined;
      const status = await connection?.status();
      if (!status || status.state === 'none') return { state: 'none', message: `${whyNone(settings)}.` };
      if (status.state === 'lost') return { state: 'lost', message: status.message };
      return { ...status, passing: !place.isLasting() };
    },
    async save(settings, redirectUri, grant) {
      const scheme = schemeOf(vendor, settings.scheme) as OAuthScheme;
      const key = grantKey(scheme, settings);
      place.describe(key, { redirectUri, node: settings.id });
      await connectionOf(settings)?.save(grant);
      if (!place.isLasting())
        RED.log.warn(`[${names.account}] The settings cannot be written: the connection ends when Node-RED does`);
      for (const wake of waiting) wake();
    },
    async disconnect(settings) {
      const own = place.entries().filter(([key]) => keyOf(settings) && key.startsWith(grantIdOf(keyOf(settings))));
      for (const [key] of own) {
        opened.delete(key);
        // Not removed: the revision has to go on counting, so that a renewal on its way cannot bring the tokens back.
        for (let done = false; !done; ) done = await kept.write(key, (await kept.read(key)).revision, undefined);
      }
    },
    sweep,
    nextConnected: (signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener('abort', wake);
        if (signal.aborted) wake();
      }),
  };
};
