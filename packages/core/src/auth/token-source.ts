import type { Vendor } from '../define/vendor.ts';
import type { ConnectorError } from '../errors/connector-error.ts';
import { HttpError } from '../errors/http-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { Clock } from '../request/transport.ts';
import { grantLost } from './grant-messages.ts';
import type { GrantStorage } from './grant-storage.ts';
import type { Renewal } from './renewal.ts';
import type { StoredGrant } from './stored-grant.ts';

/** Gives out the access token of one grant to all callers of a process. */
export interface TokenSource {
  /** The grant at hand, while nothing has to be asked */
  ready(): StoredGrant | undefined;
  /** @throws GrantError, StoreError, TransportError, HttpError, ResponseError */
  current(): Promise<StoredGrant>;
  /**
   * Looks for another token than one that was refused.
   * @returns whether there is one
   * @throws as `current`
   */
  better(refused: string, because: HttpError): Promise<boolean>;
  /** What is in the store is to be read again */
  forget(): void;
}

/** What a token source stands on. */
export interface TokenSourcePorts {
  readonly vendor: Vendor;
  readonly storage: GrantStorage;
  readonly renewal: Renewal;
  readonly clock: Clock;
  readonly random: () => number;
  readonly leaseTime: number;
}

const firstPoll = 25;
const longestPoll = 500;
/** Longest wait for a renewal elsewhere, beyond its lease */
const patience = 15_000;
/** How long a token in hand is used on before its renewal is tried again */
const restAfterFailure = 30_000;
/** How long the same refusal is told again without asking */
const restAfterRefusal = 60_000;

/** Tokens of one grant, with one renewal at a time in this process. */
export const createTokenSource = ({
  vendor,
  storage,
  renewal,
  clock,
  random,
  leaseTime,
}: TokenSourcePorts): TokenSource => {
  let held: StoredGrant | undefined;
  let flight: Promise<StoredGrant> | undefined;
  /** Counts what was connected and disconnected: what set out before has nothing to say after */
  let era = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  let refusal: { readonly revision: number; readonly until: number; readonly error: HttpError } | undefined;
  /** The last token that this process asked for itself */
  let ownToken: string | undefined;
  /** The last one that it asked for because of a 401 */
  let afterRefusal: { readonly token: string; readonly at: number } | undefined;

  const isDue = ({ renewAt }: StoredGrant): boolean => renewAt !== undefined && clock.now() >= renewAt;
  const isGood = ({ accessToken, expiresAt }: StoredGrant, refused: string | undefined): boolean =>
    accessToken !== refused && (expiresAt === undefined || clock.now() < expiresAt);

  const noteFailure = (error: unknown, revision: number): void => {
    if ((error as ConnectorError).code === 'GRANT_LOST') {
      // From now on every caller is told so, also where the old token would do for some minutes.
      held = undefined;
      return;
    }
    restUntil = clock.now() + restAfterFailure;
    if (error instanceof HttpError && error.status < 500)
      refusal = {
        revision,
        error,
        until:
          clock.now() + (error.retryAfterSeconds === undefined ? restAfterRefusal : error.retryAfterSeconds * 1000),
      };
  };

  const busy = (): TransportError =>
    new TransportError(`The connection to ${vendor.label} is being renewed elsewhere, and that takes too long`, {
      code: 'TIMEOUT',
      vendor: vendor.name,
      retryable: true,
      advice: 'Try again in a minute',
    });

  /** One look at the store, and a renewal if it is due and nobody else is at it; `undefined`: look again later. */
  const look = async (refused: string | undefined, seen: { first?: string }): Promise<StoredGrant | undefined> => {
    await renewal.settle();
    const stored = await storage.read();
    const renewable = renewal.requestFor(stored.grant) !== undefined;
    // What needs no refresh token is asked for whatever is kept.
    const grant = stored.grant?.lost && renewable ? undefined : stored.grant;
    if (grant?.lost) throw grantLost(vendor, grant.lost);
    if (!grant && !renewable) throw grantLost(vendor, 'never-connected');
    seen.first ??= grant?.accessToken ?? '';
    if (grant && grant.accessToken !== refused) {
      // A token that came while waiting is taken as it is: by a clock that runs ahead it may seem to be due.
      if (!isDue(grant) || grant.accessToken !== seen.first) return grant;
      if (isGood(grant, refused) && (!renewable || clock.now() < restUntil)) return grant;
    }
    if (!renewable) throw grantLost(vendor, 'not-renewable');
    if (refusal?.revision === stored.revision && clock.now() < refusal.until) throw refusal.error;
    const fence = await storage.lease();
    if (fence === undefined) return grant && isGood(grant, refused) ? grant : undefined;
    try {
      const renewed = await renewal.renew({ ...stored, grant }, fence);
      ownToken = renewed?.accessToken ?? ownToken;
      return renewed;
    } catch (error) {
      noteFailure(error, (await storage.read().catch(() => stored)).revision);
      if (grant && isGood(grant, refused) && (error as ConnectorError).code !== 'GRANT_LOST') return grant;
      throw error;
    } finally {
      await storage.release(fence);
    }
  };

  const obtain = async (refused: string | undefined): Promise<StoredGrant> => {
    const seen = {};
    const begun = era;
    let waited = 0;
    for (let poll = firstPoll; waited < leaseTime + patience; poll = Math.min(poll * 2, longestPoll)) {
      const grant = await look(refused, seen).catch((error: ConnectorError) => {
        // A store that is down for a while does not stop anybody whose token is still good.
        if (error.code !== 'TOKEN_STORE_FAILED' || !held || !isGood(held, refused)) throw error;
        restUntil = clock.now() + restAfterFailure;
        return held;
      });
      if (grant && begun === era) {
        held = grant;
        return grant;
      }
      if (begun !== era) return shared(refused);
      // By what was waited, not by the clock: that may be set meanwhile.
      const pause = Math.ceil(poll * (0.5 + random() / 2));
      waited += pause;
      await clock.sleep(pause);
    }
    throw busy();
  };

  const shared = (refused?: string): Promise<StoredGrant> => {
    if (flight) return flight;
    const started = obtain(refused).finally(() => {
      if (flight === started) flight = undefined;
    });
    flight = started;
    return started;
  };

  const ready = (): StoredGrant | undefined => {
    if (!held) return undefined;
    return !isDue(held) || (clock.now() < restUntil && isGood(held, undefined)) ? held : undefined;
  };

  return {
    ready,
    current: () => shared(),
    forget: () => {
      era++;
      flight = undefined;
      held = undefined;
      refusal = undefined;
      restUntil = Number.NEGATIVE_INFINITY;
    },
    better: async (refused, because) => {
      const now = clock.now();
      // Got because of a 401, and refused again: it is not the token.
      if (afterRefusal?.token === refused && now - afterRefusal.at < 60_000) return false;
      try {
        // The first may have set out for another reason, and come back with the same token.
        for (let tries = 0; tries < 2; tries++) {
          if (held && held.accessToken !== refused) return true;
          const { accessToken } = await shared(refused);
          if (accessToken === refused) continue;
          if (accessToken === ownToken) afterRefusal = { token: accessToken, at: clock.now() };
          return true;
        }
        return false;
      } catch (error) {
        if ((error as { reason?: unknown }).reason === 'not-renewable')
          throw grantLost(vendor, 'not-renewable', because);
        throw error;
      }
    },
  };
};
