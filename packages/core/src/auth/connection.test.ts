import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { fakePorts } from '../../test/fake-ports.ts';
import {
  type Clock,
  type ConnectionOptions,
  createConnection,
  createEngine,
  type GrantError,
  type HttpRequest,
  type HttpResponse,
  memoryTokenStore,
  nifty,
  niftyOAuth,
  type OAuthScheme,
  oauthClient,
  operationOf,
  StoreError,
  type TokenStore,
  TransportError,
  type Vendor,
  vcita,
  vcitaOAuth,
  vcitaService,
  vplan,
  vplanOAuth,
} from '../index.ts';

type Answer = { status?: number; body?: unknown } | Error;

/** A connection on a clock that a test moves, with token answers from a list; the last one is given again. */
const setUp = (vendor: Vendor, scheme: OAuthScheme, answers: Answer[] = [], more: Partial<ConnectionOptions> = {}) => {
  const time = { now: Date.parse('2026-11-22T09:00:00Z') };
  const clock: Clock = {
    now: () => time.now,
    // A limit that nobody needs never comes; a pause is over at once.
    sleep: async (milliseconds, signal) => {
      if (signal) await new Promise(() => undefined);
      time.now += milliseconds;
    },
  };
  const asked: HttpRequest[] = [];
  const store = memoryTokenStore(clock);
  const open = (other: Partial<ConnectionOptions> = {}) =>
    createConnection({
      client: oauthClient(
        vendor,
        scheme,
        { client_id: 'app', client_secret: 'the-secret' },
        { redirectUri: 'https://host.example/callback' },
      ),
      store,
      key: 'account',
      clock,
      crypto: { randomBytes: (size) => Uint8Array.from({ length: size }, (_, index) => index + asked.length) },
      random: () => 0.5,
      transport: async (request): Promise<HttpResponse> => {
        const answer = answers[Math.min(asked.push(request) - 1, answers.length - 1)];
        if (!answer || answer instanceof Error) throw answer ?? new Error('no answer was prepared');
        return { status: answer.status ?? 200, headers: {}, content: JSON.stringify(answer.body ?? {}) };
      },
      ...more,
      ...other,
    });
  return { connection: open(), open, store, asked, time };
};

const request: HttpRequest = { method: 'GET', url: 'https://api.vplan.com/v1/me', headers: { accept: 'x' } };
const tokenOf = async ({ authorization }: ReturnType<typeof createConnection>) =>
  (await authorization.authorize(request)).headers.Authorization;
const failureOf = (work: Promise<unknown>): Promise<GrantError> =>
  work.then(
    () => {
      throw new Error('it succeeded');
    },
    (error: GrantError) => error,
  );
const pair = (number: number, seconds = 3600) => ({
  access_token: `access-${number}`,
  refresh_token: `refresh-${number}`,
  token_type: 'access_token',
  expires_in: seconds,
});
const grant = (now: number, seconds = 3600) => ({
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  expiresAt: now + seconds * 1000,
});
const minute = 60_000;

describe('renewal', () => {
  test('five minutes ahead of its end a token is renewed, once for all that ask', async () => {
    const { connection, asked, time } = setUp(vplan, vplanOAuth, [{ body: pair(2) }]);
    await connection.save(grant(time.now));
    time.now += 54 * minute;
    expect(await tokenOf(connection)).toBe('Bearer access-1');
    time.now += 1 * minute;
    const tokens = await Promise.all(Array.from({ length: 1000 }, () => tokenOf(connection)));
    expect(new Set(tokens)).toEqual(new Set(['Bearer access-2']));
    expect(asked.map(({ content }) => new URLSearchParams(content as string).get('refresh_token'))).toEqual([
      'refresh-1',
    ]);
  });

  test('of a token that lives for a minute the last six seconds are the margin', async () => {
    const { connection, time } = setUp(vplan, vplanOAuth, [{ body: pair(2) }]);
    await connection.save(grant(time.now, 60));
    time.now += 53_900;
    expect(await tokenOf(connection)).toBe('Bearer access-1');
    time.now += 100;
    expect(await tokenOf(connection)).toBe('Bearer access-2');
  });

  test('where no new refresh token comes, the old one is kept', async () => {
    const { connection, asked, time } = setUp(nifty, niftyOAuth, [
      { status: 201, body: { access_token: 'access-2', expires_in: 60 } },
    ]);
    await connection.save(grant(time.now));
    for (let hour = 0; hour < 2; hour++) {
      time.now += 60 * minute;
      await tokenOf(connection);
    }
    expect(asked.map(({ content }) => JSON.parse(content as string).refresh_token)).toEqual(['refresh-1', 'refresh-1']);
  });

  test('the new pair is in the store before anybody gets it', async () => {
    const { connection, store, time } = setUp(vplan, vplanOAuth, [{ body: pair(2) }]);
    await connection.save(grant(time.now));
    time.now += 60 * minute;
    const given = tokenOf(connection);
    await given;
    expect((await store.read('account')).content).toContain('refresh-2');
  });

  test('while the vendor is down, a token that is still good is used on, and the vendor is left alone', async () => {
    const { connection, asked, time } = setUp(vplan, vplanOAuth, [{ status: 503 }]);
    await connection.save(grant(time.now));
    time.now += 56 * minute;
    for (let call = 0; call < 5; call++) expect(await tokenOf(connection)).toBe('Bearer access-1');
    expect(asked).toHaveLength(1);
    time.now += 5 * minute;
    expect(await failureOf(tokenOf(connection))).toMatchObject({ code: 'UNAVAILABLE', retryable: true });
  });

  test('a wrong client secret is told as that, costs no token, and is not tried with every call', async () => {
    const { connection, asked, time, store } = setUp(vplan, vplanOAuth, [
      { status: 401, body: { error: 'invalid_client' } },
    ]);
    await connection.save(grant(time.now));
    time.now += 61 * minute;
    for (let call = 0; call < 3; call++) {
      const error = await failureOf(tokenOf(connection));
      expect(error).toMatchObject({ code: 'NOT_AUTHENTICATED' });
      expect(error.message).toContain('Check the client ID and the client secret');
      expect(error.message).not.toContain('the-secret');
    }
    expect(asked).toHaveLength(1);
    expect((await store.read('account')).content).toContain('refresh-1');
  });

  test('a caller that is cancelled leaves, and the renewal goes on for the others', async () => {
    let respond: (response: HttpResponse) => void = () => undefined;
    const answer = new Promise<HttpResponse>((resolve) => {
      respond = resolve;
    });
    const transport = () => answer;
    const { connection, time } = setUp(vplan, vplanOAuth, [], { transport });
    await connection.save(grant(time.now));
    time.now += 61 * minute;
    const stop = new AbortController();
    const cancelled = failureOf(Promise.resolve(connection.authorization.authorize(request, stop.signal)));
    const other = tokenOf(connection);
    stop.abort();
    expect(await cancelled).toMatchObject({ code: 'ABORTED' });
    respond({ status: 200, headers: {}, content: JSON.stringify(pair(2)) });
    expect(await other).toBe('Bearer access-2');
  });
});

describe('what ends a connection is told, and not tried again', () => {
  test('a refresh token that was used elsewhere', async () => {
    const { connection, open, asked, time } = setUp(vplan, vplanOAuth, [{ status: 409, body: {} }]);
    await connection.save(grant(time.now));
    time.now += 61 * minute;
    const first = await failureOf(tokenOf(connection));
    expect(first).toMatchObject({ code: 'GRANT_LOST', reason: 'spent', vendor: 'vplan' });
    expect(first.message).toMatch(/^The connection to vPlan has ended: .+\. Connect the account again$/);
    expect(await failureOf(tokenOf(open()))).toMatchObject({ code: 'GRANT_LOST', reason: 'spent' });
    expect(await connection.status()).toMatchObject({ state: 'lost', reason: 'spent' });
    expect(asked).toHaveLength(1);
  });

  test('an answer that was lost, when the vendor then says that the token is spent', async () => {
    const cut = new TransportError('cut', { code: 'CONNECTION_CUT', retryable: true });
    const { connection, asked, time } = setUp(vplan, vplanOAuth, [cut, { status: 409, body: {} }]);
    await connection.save(grant(time.now));
    time.now += 61 * minute;
    expect(await failureOf(tokenOf(connection))).toMatchObject({ code: 'CONNECTION_CUT' });
    expect(await failureOf(tokenOf(connection))).toMatchObject({ code: 'GRANT_LOST', reason: 'answer-lost' });
    expect(await failureOf(tokenOf(connection))).toMatchObject({ code: 'GRANT_LOST', reason: 'answer-lost' });
    expect(asked).toHaveLength(2);
  });

  test('a crash between answer and save, found by the next start', async () => {
    const { connection, open, asked, time } = setUp(vplan, vplanOAuth, [{ body: pair(2) }]);
    await connection.save(grant(time.now));
    time.now += 56 * minute;
    // The process dies with its request under way.
    const died = open({
      transport: (...sent) => {
        asked.push(sent[0]);
        return new Promise(() => undefined);
      },
    });
    void died.authorization.authorize(request);
    await expect.poll(() => asked.length).toBe(1);
    expect(await connection.status()).toMatchObject({ state: 'connected' });
    time.now += 2 * minute;
    const restarted = open();
    expect(await restarted.status()).toMatchObject({ state: 'lost', reason: 'interrupted' });
    expect(await failureOf(tokenOf(restarted))).toMatchObject({ code: 'GRANT_LOST', reason: 'interrupted' });
    expect(asked).toHaveLength(1);
    await restarted.save({ ...grant(time.now), accessToken: 'access-9' });
    expect(await tokenOf(restarted)).toBe('Bearer access-9');
  });

  test('nobody connected it, or somebody disconnected it', async () => {
    const { connection, time, store } = setUp(vplan, vplanOAuth);
    expect(await failureOf(tokenOf(connection))).toMatchObject({ code: 'NOT_CONNECTED' });
    await connection.save(grant(time.now));
    expect(await connection.status()).toEqual({
      state: 'connected',
      renewable: true,
      expiresAt: time.now + 60 * minute,
    });
    await connection.disconnect();
    expect(await failureOf(tokenOf(connection))).toMatchObject({ code: 'NOT_CONNECTED' });
    expect(await connection.status()).toEqual({ state: 'none' });
    expect((await store.read('account')).content).toBeUndefined();
  });

  test.each([
    '',
    '{}',
    '[]',
    'null',
    '{"version":1}',
    '{"version":2,"accessToken":"a"}',
    '{"version":1,"accessToken":7}',
  ])('%j in the store is no connection', async (content) => {
    const { connection, store } = setUp(vplan, vplanOAuth);
    await store.write('account', 0, content);
    expect(await failureOf(tokenOf(connection))).toMatchObject({ code: 'GRANT_LOST', reason: 'unreadable' });
  });
});

describe('a store that fails', () => {
  const failing = (store: TokenStore, fails: () => keyof TokenStore | undefined): TokenStore =>
    Object.fromEntries(
      Object.entries(store).map(([name, work]) => [
        name,
        (...values: unknown[]) =>
          fails() === name
            ? Promise.reject(new Error('disk full'))
            : (work as (...values: unknown[]) => unknown)(...values),
      ]),
    ) as unknown as TokenStore;

  test('a pair that cannot be saved is not used; it is kept and saved later, and no second one is asked for', async () => {
    const { open, store, asked, time } = setUp(vplan, vplanOAuth, [{ body: pair(2) }]);
    let fails: keyof TokenStore | undefined;
    const connection = open({ store: failing(store, () => (asked.length > 0 ? fails : undefined)) });
    await connection.save(grant(time.now));
    time.now += 61 * minute;
    fails = 'write';
    const error = await failureOf(tokenOf(connection));
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toBe(
      'The tokens cannot be saved. Check the place where this host keeps tokens: its disk, its database, its permissions',
    );
    fails = undefined;
    expect(await tokenOf(connection)).toBe('Bearer access-2');
    expect(asked).toHaveLength(1);
  });

  test('while it cannot be read, a token in hand is used on', async () => {
    const { open, store, time } = setUp(vplan, vplanOAuth);
    let fails: keyof TokenStore | undefined;
    const connection = open({ store: failing(store, () => fails) });
    await connection.save(grant(time.now));
    await tokenOf(connection);
    fails = 'read';
    time.now += 56 * minute;
    expect(await tokenOf(connection)).toBe('Bearer access-1');
    time.now += 5 * minute;
    expect(await failureOf(tokenOf(connection))).toMatchObject({ code: 'TOKEN_STORE_FAILED' });
  });
});

describe('a 401 from the vendor', () => {
  const engineOn = (
    vendor: Vendor,
    { authorization }: ReturnType<typeof createConnection>,
    good: string,
  ): { readonly engine: ReturnType<typeof createEngine>; readonly requests: readonly HttpRequest[] } => {
    const fake = fakePorts(({ headers }) =>
      headers.Authorization === `Bearer ${good}` ? { json: { id: 'b' } } : { status: 401, json: {} },
    );
    return { engine: createEngine(vendor, { ...fake.ports, authorization }), requests: fake.requests };
  };

  test('is met with one renewal, and what was refused is sent once more, also when it creates something', async () => {
    const { connection, asked, time } = setUp(vplan, vplanOAuth, [{ body: pair(2) }]);
    await connection.save(grant(time.now));
    const { engine, requests } = engineOn(vplan, connection, 'access-2');
    const calls = ['a', 'b', 'c'].map((name) => engine.call(operationOf(vplan, 'board.create'), { name }));
    expect(await Promise.all(calls)).toEqual([{ id: 'b' }, { id: 'b' }, { id: 'b' }]);
    expect(asked).toHaveLength(1);
    expect(requests).toHaveLength(6);
  });

  test('that is not about the token is told after one renewal, and the next call renews nothing', async () => {
    const { connection, asked, time } = setUp(vplan, vplanOAuth, [{ body: pair(2) }, { body: pair(3) }]);
    await connection.save(grant(time.now));
    const { engine, requests } = engineOn(vplan, connection, 'none is good');
    for (let call = 0; call < 2; call++)
      await expect(engine.call(operationOf(vplan, 'me.get'), {})).rejects.toMatchObject({ code: 'NOT_AUTHENTICATED' });
    expect(asked).toHaveLength(1);
    expect(requests).toHaveLength(3);
  });

  test('means connect again where nothing renews, and says what the vendor said', async () => {
    const { connection, time } = setUp(vcita, vcitaOAuth);
    await connection.save({ accessToken: 'access-1', expiresAt: time.now + 631_139_040_000 });
    const { engine, requests } = engineOn(vcita, connection, 'none');
    const error = await failureOf(engine.call(operationOf(vcita, 'user.getMe'), {}));
    expect(error).toMatchObject({ code: 'GRANT_LOST', reason: 'not-renewable', cause: { status: 401 } });
    expect(error.message).toContain('Connect the account again');
    expect(requests).toHaveLength(1);
  });
});

test('no secret is in any error, whatever the vendor repeats of what it was sent', async () => {
  const statuses = [200, 201, 303, 400, 401, 403, 405, 409, 422, 429, 500, 503];
  for (const [vendor, scheme] of [
    [vplan, vplanOAuth],
    [nifty, niftyOAuth],
  ] as const)
    for (const status of statuses)
      for (const field of ['error', 'error_description', 'message', 'reference']) {
        const echo = async ({ content, headers }: HttpRequest): Promise<HttpResponse> => ({
          status,
          headers: {},
          content: JSON.stringify({ [field]: `${content} ${headers.Authorization}` }),
        });
        const { connection, time } = setUp(vendor, scheme, [], { transport: echo });
        await connection.save(grant(time.now));
        time.now += 61 * minute;
        const error = await failureOf(tokenOf(connection));
        expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/the-secret|refresh-1|access-1|YXBwOnR/);
        expect(error.advice, `${vendor.name} ${status}`).toBeTruthy();
      }
});

test("an app's own token needs nobody to connect, is kept, and is asked for again when it ends", async () => {
  const { connection, open, asked, time } = setUp(vcita, vcitaService, [
    { body: { access_token: 'app-1', expires_in: 3600 } },
    { body: { access_token: 'app-2', expires_in: 3600 } },
  ]);
  expect(await tokenOf(connection)).toBe('Bearer app-1');
  expect(await tokenOf(open())).toBe('Bearer app-1');
  time.now += 60 * minute;
  expect(await tokenOf(connection)).toBe('Bearer app-2');
  expect(asked).toHaveLength(2);
});
