import { type HttpRequest, type HttpResponse, type TokenGrant, type Transport, TransportError } from '@patchbay/core';
import type { Treatment, VirtualProcess, World } from './world.ts';

/** One sending of a refresh token. */
interface Sending {
  readonly by: VirtualProcess;
  /** `pending`: the sender does not know yet. `lost`: it knows that no answer will come. `undone`: it was told that nothing was done */
  outcome: 'pending' | 'answered' | 'lost' | 'undone';
}

/** How strict the vendor is. */
export interface VendorHabits {
  /** A refresh token that is used twice ends the whole connection, as RFC 9700 advises */
  readonly revokesOnReuse: boolean;
  /** A new pair ends the access token before it */
  readonly endsFormerAccess: boolean;
  readonly seconds: number;
}

/** A vendor whose refresh tokens work once. Pairs are numbered in the order in which they are given. */
export const virtualVendor = (world: World, habits: VendorHabits, violation: (what: string) => void) => {
  let given = 0;
  let current = 0;
  const ends = new Map<string, number>();
  const sendings = new Map<string, Sending[]>();
  const counts = { requests: 0, pairs: 0, resends: 0, lostAnswers: 0 };

  const newPair = (): { access_token: string; refresh_token: string; expires_in: number } => {
    if (habits.endsFormerAccess) ends.delete(`access-${current}`);
    current = ++given;
    counts.pairs++;
    ends.set(`access-${current}`, world.now + habits.seconds * 1000);
    return { access_token: `access-${current}`, refresh_token: `refresh-${current}`, expires_in: habits.seconds };
  };

  const answer = (status: number, body: unknown): HttpResponse => ({
    status,
    headers: { 'content-type': 'application/json', date: new Date(world.now).toUTCString() },
    content: typeof body === 'string' ? body : JSON.stringify(body),
  });

  const redeem = (refreshToken: string): HttpResponse => {
    if (refreshToken === `refresh-${current}`) return answer(200, newPair());
    if (habits.revokesOnReuse) {
      ends.delete(`access-${current}`);
      current = 0;
    }
    return answer(409, { errors: [{ code: 9, message: 'Conflict' }] });
  };

  type Course = 'well' | 'lost' | 'never-arrived' | 'unreachable' | 'busy' | 'failed' | 'garbled' | 'slow';
  const courses: readonly Course[] = ['lost', 'never-arrived', 'unreachable', 'busy', 'failed', 'garbled', 'slow'];
  const courseNow = (): Course =>
    !world.quiet && world.chance(0.3) ? (courses[world.between(0, courses.length)] as Course) : 'well';

  const transportFor =
    (process: VirtualProcess): Transport =>
    async (request: HttpRequest, { signal }) => {
      const token = new URLSearchParams(request.content as string).get('refresh_token') ?? '';
      const course = courseNow();
      const treatment = (): Treatment => ({
        delay: course === 'slow' ? world.between(20_000, 60_000) : world.between(10, 400),
      });
      const earlier = sendings.get(token) ?? [];
      for (const { outcome, by } of earlier)
        if (outcome !== 'lost' && outcome !== 'undone')
          violation(`${token} sent by ${process.name} again; ${by.name} sent it before and was ${outcome}`);
      counts.requests++;
      if (earlier.length > 0) counts.resends++;
      const sending: Sending = { by: process, outcome: 'pending' };
      sendings.set(token, [...earlier, sending]);
      const lost = (): TransportError => new TransportError('cut', { code: 'CONNECTION_CUT', retryable: true });
      // Whoever gives up knows that no answer will come.
      signal?.addEventListener('abort', () => {
        sending.outcome = 'lost';
        counts.lostAnswers++;
      });
      const response = await world.ask(
        process,
        treatment,
        (): HttpResponse | Error => {
          if (course === 'unreachable') return new TransportError('no way', { code: 'UNREACHABLE', retryable: true });
          if (course === 'never-arrived') return lost();
          if (course === 'busy') return answer(503, { errors: [{ message: 'maintenance' }] });
          const redeemed = redeem(token);
          if (redeemed.status !== 200) return redeemed;
          if (course === 'lost') return lost();
          if (course === 'failed') return answer(502, 'Bad gateway');
          return course === 'garbled' ? answer(200, redeemed.content.slice(0, 20)) : redeemed;
        },
        lost,
      );
      if (sending.outcome === 'lost') throw lost();
      const undone = course === 'unreachable' || course === 'busy';
      const gone = course === 'lost' || course === 'never-arrived' || course === 'failed' || course === 'garbled';
      sending.outcome = undone ? 'undone' : gone ? 'lost' : 'answered';
      if (gone) counts.lostAnswers++;
      if (response instanceof Error) throw response;
      return response;
    };

  return {
    transportFor,
    counts,
    /** What a person gets by connecting */
    connect: (): TokenGrant => {
      const pair = newPair();
      return {
        accessToken: pair.access_token,
        refreshToken: pair.refresh_token,
        expiresAt: world.now + habits.seconds * 1000,
      };
    },
    accepts: (accessToken: string): boolean => (ends.get(accessToken) ?? 0) > world.now,
    isCurrent: (refreshToken: string | undefined): boolean => refreshToken === `refresh-${current}`,
  };
};
