import { type ConnectorError, isConnectorError } from '../errors/connector-error.ts';
import { StoreError } from '../errors/store-error.ts';
import type { Clock } from '../request/transport.ts';
import { grantIn, grantText, type StoredGrant } from './stored-grant.ts';
import type { TokenStore } from './token-store.ts';
import { within } from './within.ts';

/** A grant as it was read. */
export interface HeldGrant {
  readonly revision: number;
  readonly grant: StoredGrant | undefined;
}

/** One grant in a store. Each call ends: with what was asked for, or with a StoreError. */
export interface GrantStorage {
  read(): Promise<HeldGrant>;
  /** @returns whether it was written: nobody else wrote since `revision`, or was given the lease since `fence` */
  write(revision: number, grant: StoredGrant | undefined, fence?: number): Promise<boolean>;
  lease(): Promise<number | undefined>;
  /** Never fails: a lease that is not released ends by itself */
  release(fence: number): Promise<void>;
}

/** Longest time for one call of a store, in milliseconds */
const storeLimit = 5000;

/** How long a renewal keeps others out at most: longer than a token request and the saving take together, as a rule. */
export const usualLease = 45_000;

const failure = (what: string, cause: unknown): ConnectorError =>
  isConnectorError(cause)
    ? cause
    : new StoreError(`The tokens cannot be ${what}`, {
        advice: 'Check the place where this host keeps tokens: its disk, its database, its permissions',
        cause,
      });

/** The grant under a key of a store. */
export const grantStorage = (store: TokenStore, key: string, clock: Clock, leaseTime: number): GrantStorage => {
  const ask = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    try {
      return await within(clock, storeLimit, work, () => new Error('no answer in time'));
    } catch (cause) {
      throw failure(what, cause);
    }
  };
  return {
    read: () =>
      ask('read', async () => {
        const { revision, content } = await store.read(key);
        return { revision, grant: content === undefined ? undefined : grantIn(content) };
      }),
    write: (revision, grant, fence) => ask('saved', () => store.write(key, revision, grant && grantText(grant), fence)),
    lease: () => ask('renewed: the lease is not given', () => store.lease(key, leaseTime)),
    release: async (fence) => {
      await ask('released', () => store.release(key, fence)).catch(() => undefined);
    },
  };
};
