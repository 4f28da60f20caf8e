import type { OAuthDialect } from '../define/auth-scheme.ts';
import { isConnectorError } from '../errors/connector-error.ts';
import type { GrantReason } from '../errors/grant-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { Clock, HttpRequest, Transport } from '../request/transport.ts';
import { base64url } from './base64.ts';
import { grantLost } from './grant-messages.ts';
import type { GrantStorage, HeldGrant } from './grant-storage.ts';
import type { OAuthClient } from './oauth-client.ts';
import type { CryptoPort } from './start-authorization.ts';
import { grantToStore, lostGrant, type StoredGrant } from './stored-grant.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';
import { refreshRequest, serviceRequest } from './token-request.ts';
import { within } from './within.ts';

/** What a renewal stands on. */
export interface RenewalPorts {
  readonly client: OAuthClient;
  readonly storage: GrantStorage;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly crypto: Pick<CryptoPort, 'randomBytes'>;
}

/** One process's hand in renewals; it knows what only this process can know. */
export interface Renewal {
  /** The request that would renew, or `undefined` when there is nothing to renew with */
  requestFor(grant: StoredGrant | undefined): HttpRequest | undefined;
  /**
   * Renews under a lease: mark, send, save.
   * @returns the new grant, saved; `undefined` when somebody else wrote meanwhile: read again
   * @throws GrantError when the grant is lost; HttpError, ResponseError, TransportError, StoreError when it is not
   */
  renew(held: HeldGrant, fence: number): Promise<StoredGrant | undefined>;
  /**
   * Saves a pair that could not be saved before; until then nothing else is done.
   * @returns whether there was one, and it was written
   */
  settle(): Promise<boolean>;
  /** Whether a mark is of a renewal whose answer this process knows not to come; its token may go out again */
  isOver(sent: string): boolean;
  /** A pair that waits to be saved is not wanted any more */
  forget(): void;
}

// A lost answer can cost the connection: nothing is gained by giving up early.
const requestLimit = 30_000;

const savePauses = [100, 200, 400, 800, 1600];

type Dialect = OAuthClient & { readonly scheme: { readonly oauth: OAuthDialect } };

const requestOf = (client: Dialect, grant: StoredGrant | undefined): HttpRequest | undefined => {
  const { oauth } = client.scheme;
  if (oauth.grant === 'service') return serviceRequest({ ...client, scheme: { ...client.scheme, oauth } });
  if (grant?.refreshToken === undefined) return undefined;
  return refreshRequest({ ...client, scheme: { ...client.scheme, oauth } }, grant.refreshToken);
};

/** Renewals of one grant by one process. */
export const createRenewal = ({ client, storage, transport, clock, crypto }: RenewalPorts): Renewal => {
  const { vendor, scheme } = client;
  // Asking for an app's token spends nothing, so it needs no mark.
  const spends = scheme.oauth.grant !== 'service';
  /**
   * Marks of this process behind which no answer is to be waited for, with whether the token went out: it may go out again.
   */
  const settled = new Map<string, boolean>();
  let unsaved: { readonly revision: number; readonly grant: StoredGrant } | undefined;

  const ask = async (request: HttpRequest): Promise<TokenAnswer> => {
    const late = (): Error =>
      new TransportError(`${vendor.label} did not answer the renewal within ${requestLimit / 1000} s`, {
        code: 'TIMEOUT',
        vendor: vendor.name,
        retryable: true,
        advice: 'Try again later',
      });
    const send = (signal: AbortSignal) => transport(request, { signal, anonymous: true });
    return readTokenAnswer(client, request, await within(clock, requestLimit, send, late), clock.now());
  };

  const mark = async ({ revision, grant }: HeldGrant, name: string, fence: number): Promise<boolean> => {
    try {
      return await storage.write(revision, { ...(grant as StoredGrant), sent: name }, fence);
    } catch (error) {
      // It may have been written, or be written yet; as long as nothing was sent, that does no harm.
      settled.set(name, false);
      if ((await storage.read()).grant?.sent !== name) throw error;
      settled.delete(name);
      return true;
    }
  };

  /** Takes the mark away; when that fails, this process still knows. */
  const unmark = async (revision: number, name: string, grant: StoredGrant): Promise<void> => {
    await storage.write(revision, grant).catch(() => settled.set(name, grant.unanswered === true));
  };

  const settle = async (): Promise<boolean> => {
    for (let tries = 0; unsaved; tries++) {
      const { revision, grant } = unsaved;
      try {
        // Whoever wrote meanwhile connected anew or disconnected: that is newer.
        const written = await storage.write(revision, grant);
        unsaved = undefined;
        return written;
      } catch (error) {
        const pause = savePauses[tries];
        if (pause === undefined) throw error;
        await clock.sleep(pause);
      }
    }
    return false;
  };

  const save = async (revision: number, grant: StoredGrant): Promise<StoredGrant | undefined> => {
    unsaved = { revision, grant };
    if (await settle()) return grant;
    // Refused, or written by a try whose own answer was lost.
    const { grant: saved } = await storage.read();
    return saved?.accessToken === grant.accessToken ? saved : undefined;
  };

  const refused = async (
    { refusal }: Extract<TokenAnswer, { refusal: unknown }>,
    grant: StoredGrant | undefined,
    leave: (grant: StoredGrant) => Promise<void>,
    end: (grant: StoredGrant) => Promise<void>,
  ): Promise<never> => {
    if (grant && spends) {
      if (refusal.meaning === 'spent') {
        const reason: GrantReason = grant.unanswered ? 'answer-lost' : 'spent';
        await end(lostGrant(reason));
        throw grantLost(vendor, reason, refusal.error);
      }
      await leave(refusal.meaning === 'unclear' ? { ...grant, unanswered: true } : grant);
    }
    throw refusal.error;
  };

  return {
    requestFor: (grant) => requestOf(client, grant),
    settle,
    isOver: (sent) => settled.has(sent),
    forget: () => {
      unsaved = undefined;
    },
    renew: async (held, fence) => {
      const request = requestOf(client, held.grant);
      if (!request) throw grantLost(vendor, 'not-renewable');
      let { revision } = held;
      const { sent, ...kept } = held.grant ?? { accessToken: '' };
      const wentOut = sent !== undefined && settled.get(sent);
      const grant: StoredGrant = wentOut ? { ...kept, unanswered: true } : kept;
      let name = '';
      if (spends) {
        if (sent !== undefined && !settled.has(sent)) {
          // Its sender lost the lease. If it only slept it will save yet, so nothing is written here.
          if ((await storage.read()).revision !== revision) return undefined;
          throw grantLost(vendor, 'interrupted');
        }
        name = base64url(crypto.randomBytes(9));
        if (!(await mark({ revision, grant }, name, fence))) return undefined;
        revision++;
      }
      const leave = (left: StoredGrant): Promise<void> => unmark(revision, name, left);
      // A spent token must not go out again, so its end is as worth keeping as a pair.
      const end = async (left: StoredGrant): Promise<void> => {
        unsaved = { revision, grant: left };
        await settle().catch(() => undefined);
      };
      let answer: TokenAnswer;
      try {
        answer = await ask(request);
      } catch (error) {
        const neverSent = isConnectorError(error) && error.code === 'UNREACHABLE';
        if (spends) await leave(neverSent ? grant : { ...grant, unanswered: true });
        throw error;
      }
      if ('refusal' in answer) return refused(answer, held.grant && grant, leave, end);
      return save(revision, grantToStore(answer.grant, held.grant && grant, clock.now()));
    },
  };
};
