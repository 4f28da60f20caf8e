import type { GrantReason } from '../errors/grant-error.ts';
import { StoreError } from '../errors/store-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { Clock, HttpRequest, Transport } from '../request/transport.ts';
import { type Authorization, headerAuthorization } from './authorization.ts';
import { grantLost } from './grant-messages.ts';
import { grantStorage, usualLease } from './grant-storage.ts';
import type { OAuthClient } from './oauth-client.ts';
import { createRenewal } from './renewal.ts';
import type { CryptoPort } from './start-authorization.ts';
import { grantToStore, type StoredGrant } from './stored-grant.ts';
import type { TokenGrant } from './token-answer.ts';
import { createTokenSource } from './token-source.ts';
import type { TokenStore } from './token-store.ts';
import { orAborted } from './within.ts';

/** What a connection stands on. */
export interface ConnectionOptions {
  readonly client: OAuthClient;
  readonly store: TokenStore;
  /** Tells accounts apart in the store */
  readonly key: string;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly crypto: Pick<CryptoPort, 'randomBytes'>;
  /** Numbers in [0, 1) that spread waiting processes. @default Math.random */
  readonly random?: () => number;
  /**
   * Milliseconds that a renewal keeps other processes out at most. A crash in the middle of one is found after that. @default
   * 45000, which is longer than a renewal may take
   */
  readonly leaseTime?: number;
}

/** How a connection stands, without anything secret. */
export type ConnectionStatus =
  | {
      readonly state: 'connected';
      readonly renewable: boolean;
      readonly expiresAt?: number;
      readonly scope?: readonly string[];
    }
  | { readonly state: 'lost'; readonly reason: GrantReason; readonly message: string }
  | { readonly state: 'none' };

/** The connection of one account. A process keeps one for each account: its callers share tokens and renewals. */
export interface Connection {
  /** For the ports of an engine: adds the access token, renewed ahead of its end and once after a 401 */
  readonly authorization: Authorization;
  /**
   * Keeps what connecting gave, in place of what was there.
   * @throws StoreError
   */
  save(grant: TokenGrant): Promise<void>;
  /**
   * Forgets the tokens. The vendors document no call to revoke them.
   * @throws StoreError
   */
  disconnect(): Promise<void>;
  /**
   * How it stands by what is kept, without asking the vendor; also finds a renewal that a crash cut short.
   * @throws StoreError
   */
  status(): Promise<ConnectionStatus>;
}

const writeTries = 20;

/** Opens the connection of an account; nothing is read or asked before it is used. */
export const createConnection = (options: ConnectionOptions): Connection => {
  const { client, store, key, clock, leaseTime = usualLease } = options;
  const { vendor, scheme } = client;
  const storage = grantStorage(store, key, clock, leaseTime);
  const renewal = createRenewal({ ...options, storage });
  const tokens = createTokenSource({
    vendor,
    storage,
    renewal,
    clock,
    leaseTime,
    random: options.random ?? Math.random,
  });
  const issued = new WeakMap<HttpRequest, string>();

  /** Writes in place of whatever is there. */
  const put = async (grant: StoredGrant | undefined): Promise<void> => {
    renewal.forget();
    for (let tries = 0; tries < writeTries; tries++) {
      const { revision } = await storage.read();
      if (!(await storage.write(revision, grant))) continue;
      tokens.forget();
      return;
    }
    throw new StoreError('The tokens cannot be saved: others write them all the time', { vendor: vendor.name });
  };

  /** A renewal that was sent by somebody who has no lease any more will hardly be saved. */
  const cutShort = async (sent: string | undefined): Promise<GrantReason | undefined> => {
    if (sent === undefined || renewal.isOver(sent)) return undefined;
    const fence = await storage.lease();
    if (fence === undefined) return undefined;
    const { grant } = await storage.read();
    await storage.release(fence);
    return grant?.sent === sent ? 'interrupted' : undefined;
  };

  const cancelled = (): Error => new TransportError('The call was cancelled', { code: 'ABORTED', vendor: vendor.name });

  const authorization: Authorization = {
    authorize: async (request, signal) => {
      const { accessToken } = tokens.ready() ?? (await orAborted(tokens.current(), signal, cancelled));
      const authorized = headerAuthorization(scheme, { ...client.values, access_token: accessToken }).authorize(
        request,
      );
      issued.set(await authorized, accessToken);
      return authorized;
    },
    renew: async (refused, because, signal) => {
      const token = issued.get(refused);
      if (token === undefined) return false;
      return orAborted(tokens.better(token, because), signal, cancelled);
    },
  };

  return {
    authorization,
    save: (grant) => put(grantToStore(grant, undefined, clock.now())),
    disconnect: () => put(undefined),
    status: async () => {
      const { grant } = await storage.read();
      if (!grant) return { state: 'none' };
      const { expiresAt, scope } = grant;
      const lost = grant.lost ?? (await cutShort(grant.sent));
      if (lost) return { state: 'lost', reason: lost, message: grantLost(vendor, lost).message };
      return {
        state: 'connected',
        renewable: renewal.requestFor(grant) !== undefined,
        ...(expiresAt !== undefined && { expiresAt }),
        ...(scope && { scope }),
      };
    },
  };
};
