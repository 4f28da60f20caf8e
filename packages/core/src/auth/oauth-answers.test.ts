import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  completeAuthorization,
  type GrantError,
  type HttpError,
  nifty,
  niftyOAuth,
  oauthClient,
  pendingAuthorizations,
  readTokenAnswer,
  refreshRequest,
  sameText,
  stateOf,
  TransportError,
  vcita,
  vcitaOAuth,
  vplan,
  vplanOAuth,
} from '../index.ts';
import { jwtExpiry } from './token-expiry.ts';

const now = Date.parse('2026-11-22T09:00:00Z');
const secret = 'S3cret/with+signs';
const place = { redirectUri: 'https://host.example/callback' };
const clients = {
  vplan: oauthClient(vplan, vplanOAuth, { client_id: 'a', client_secret: secret }, place),
  nifty: oauthClient(nifty, niftyOAuth, { client_id: 'a', client_secret: secret }, place),
  vcita: oauthClient(vcita, vcitaOAuth, { client_id: 'a', client_secret: secret }, place),
};

const refresh = refreshRequest(clients.vplan, 'refresh-secret') as NonNullable<ReturnType<typeof refreshRequest>>;
const read = (
  client: (typeof clients)[keyof typeof clients],
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) => {
  const content = typeof body === 'string' ? body : JSON.stringify(body);
  return readTokenAnswer(client, refresh, { status, headers, content }, now);
};
const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('tokens', () => {
  test("vPlan: the token's own end counts, by vPlan's clock, and its token_type does not", () => {
    const ahead = now + 300_000;
    const access_token = jwt({ exp: ahead / 1000 + 1800 });
    const body = { access_token, refresh_token: 'r', token_type: 'access_token', expires_in: 3600 };
    expect(read(clients.vplan, 200, body, { date: new Date(ahead).toUTCString() })).toEqual({
      grant: { accessToken: access_token, refreshToken: 'r', expiresAt: now + 1_800_000 },
    });
  });

  test.each([
    ['a list', ['task', 'doc']],
    ['a text', 'task doc'],
    ['a text with commas', 'task,doc'],
  ])('Nifty: 201, with the scopes as %s', (_, scope) => {
    expect(read(clients.nifty, 201, { access_token: 'a', refresh_token: 'r', expires_in: 60, scope })).toEqual({
      grant: { accessToken: 'a', refreshToken: 'r', expiresAt: now + 60_000, scope: ['task', 'doc'] },
    });
  });

  test('vcita: 20 years and no refresh token', () => {
    const body = { access_token: 'a', token_type: 'Bearer', expires_in: 631139040, created_at: 1 };
    expect(read(clients.vcita, 200, body)).toEqual({ grant: { accessToken: 'a', expiresAt: now + 631139040_000 } });
  });

  test('another 2xx than the documented one does not throw a good pair away', () => {
    expect(read(clients.nifty, 200, { access_token: 'a' })).toEqual({ grant: { accessToken: 'a' } });
  });

  test('an answer that is anything else is a refusal, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.integer({ min: 100, max: 599 }), (content, status) => {
        fc.pre(!content.includes('access_token'));
        expect(read(clients.vplan, status, content)).toHaveProperty('refusal.error.code');
      }),
      { seed: 2026 },
    );
  });

  test('whatever stands where a JWT should be, its end is a number or is not known', () => {
    fc.assert(
      fc.property(fc.string(), (token) => {
        expect(['number', 'undefined']).toContain(typeof jwtExpiry(token));
      }),
      { seed: 2026 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e11 }), fc.string(), (exp, sub) => {
        expect(jwtExpiry(jwt({ sub, exp }))).toBe(exp * 1000);
      }),
      { seed: 2026 },
    );
  });
});

describe('refusals', () => {
  const refusal = (...args: Parameters<typeof read>) => {
    const answer = read(...args);
    if (!('refusal' in answer)) throw new Error('not refused');
    return { ...answer.refusal, error: answer.refusal.error as HttpError };
  };

  test.each([
    ['vplan', 409, { errors: [{ message: 'Conflict' }] }, 'spent', 'Connect the account again'],
    ['vcita', 400, { error: 'invalid_grant' }, 'spent', 'Connect the account again'],
    ['vcita', 401, { error: 'invalid_client' }, 'client', 'Check the client ID and the client secret'],
    ['nifty', 401, { message: 'Unauthorized' }, 'client', 'client secret of the app'],
    ['nifty', 403, { message: 'Forbidden' }, 'refused', 'Tick the scopes'],
    ['nifty', 405, { message: 'no' }, 'refused', 'Check the base URL'],
    ['vplan', 503, '', 'later', 'Try again later'],
    ['vplan', 429, '', 'later', 'Try again later'],
    ['vplan', 502, '<html>', 'unclear', 'Try again later'],
    ['vplan', 303, '', 'unclear', 'Try again later'],
  ] as const)('%s %i %j means %s', (vendor, status, body, meaning, advice) => {
    const { error, ...rest } = refusal(clients[vendor], status, body);
    expect(rest.meaning).toBe(meaning);
    expect(error.message).toContain(advice);
  });

  test('half an answer with tokens in it is not repeated anywhere', () => {
    const { error, meaning } = refusal(clients.vplan, 200, '{"access_token":"leaked-token","refr');
    expect(meaning).toBe('unclear');
    expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toContain('leaked');
  });

  test('a vendor that repeats what was sent to it gives nothing away', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(secret, encodeURIComponent(secret), 'refresh-secret'),
        fc.string(),
        fc.string(),
        fc.constantFrom('error_description', 'message', 'error'),
        fc.integer({ min: 400, max: 599 }),
        (sent, before, after, field, status) => {
          const { error } = refusal(clients.vplan, status, { [field]: `${before}${sent}${after}` });
          expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toContain(sent);
        },
      ),
      { seed: 2026 },
    );
  });
});

describe('the browser comes back', () => {
  const pending = { state: 'the-state', redirectUri: place.redirectUri };
  const query = (values: Record<string, string>) => new URLSearchParams({ state: 'the-state', ...values });
  const tokens = { status: 200, headers: {}, content: '{"access_token":"a"}' };
  const complete = (params: URLSearchParams | Record<string, unknown>, transport = async () => tokens) => {
    const clock = { now: () => now, sleep: async () => undefined };
    return completeAuthorization(clients.vplan, pending, params, { transport, clock });
  };
  const failure = (...args: Parameters<typeof complete>) =>
    complete(...args).then(
      () => undefined,
      (error: GrantError) => error,
    );

  test('a code becomes tokens, from a query that the host has read as well', async () => {
    expect(await complete(query({ code: 'c' }))).toEqual({ accessToken: 'a' });
    expect(await complete({ state: 'the-state', code: 'c' })).toEqual({ accessToken: 'a' });
  });

  test.each([
    ['not-asked', new URLSearchParams({ state: 'another', code: 'c' }), 'Start again with the connect button'],
    ['not-asked', new URLSearchParams({ code: 'c' }), 'Start again'],
    ['not-asked', new URLSearchParams('state=the-state&state=the-state&code=c'), 'Start again'],
    ['not-asked', { state: ['the-state', 'x'], code: 'c' }, 'Start again'],
    ['denied', query({ error: 'access_denied' }), 'was not allowed there'],
    ['refused', query({ error: 'invalid_scope' }), 'one of the scopes'],
    ['refused', query({ error: '<b>call 555</b>', error_description: 'call 555' }), 'without a known reason'],
    ['refused', query({}), 'without a code'],
    ['refused', new URLSearchParams('state=the-state&code=a&code=b'), 'without a code'],
  ] as const)('%s: %s is told with the way out, and nothing is sent', async (reason, params, words) => {
    let sent = 0;
    const error = await failure(params, async () => {
      sent++;
      return tokens;
    });
    expect(error).toMatchObject({ code: 'AUTHORIZATION_FAILED', reason });
    expect(error?.message).toContain(words);
    expect(error?.message).not.toContain('555');
    expect(sent).toBe(0);
  });

  test('a code that was used before is told as that', async () => {
    const error = await failure(query({ code: 'c' }), async () => ({ ...tokens, status: 409, content: '{}' }));
    expect(error).toMatchObject({ reason: 'spent', message: expect.stringContaining('600 s') });
  });

  test('an answer that is lost is not asked for again', async () => {
    let sent = 0;
    const error = await failure(query({ code: 'c' }), async () => {
      sent++;
      throw new TransportError('The connection broke', { code: 'CONNECTION_CUT' });
    });
    expect(error).toMatchObject({ reason: 'answer-lost', message: expect.stringContaining('Connect again') });
    expect(sent).toBe(1);
  });

  test('a state is good once, for ten minutes', () => {
    let time = 0;
    const waiting = pendingAuthorizations<string>({ now: () => time, sleep: async () => undefined });
    waiting.add(pending, 'account 1');
    waiting.add({ ...pending, state: 'later' }, 'account 2');
    expect(waiting.take('unknown')).toBeUndefined();
    expect(waiting.take(stateOf(query({})))).toEqual({ pending, kept: 'account 1' });
    expect(waiting.take('the-state')).toBeUndefined();
    time = 600_000;
    expect(waiting.take('later')).toBeUndefined();
  });

  test('of too many questions the oldest is forgotten', () => {
    const waiting = pendingAuthorizations<number>({ now: () => 0, sleep: async () => undefined }, { most: 2 });
    for (const number of [1, 2, 3]) waiting.add({ ...pending, state: `s${number}` }, number);
    expect([1, 2, 3].map((number) => waiting.take(`s${number}`)?.kept)).toEqual([undefined, 2, 3]);
  });

  test('texts are the same when they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(sameText(left, right)).toBe(left === right);
        expect(sameText(left, `${left}`)).toBe(true);
      }),
      { seed: 2026 },
    );
  });
});
