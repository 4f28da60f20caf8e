import { createClient, headerAuthorization } from '@patchbay/core';
import { axiosTransport } from '@patchbay/node';
import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../src/faults/fault.ts';
import type { Json } from './harness.ts';
import { startWorkshop, workshop } from './workshop.ts';

const create = { json: { tools: [{ name: 'Axe' }], source: 'api' } };

describe('a fault in place of the work', () => {
  it.each<[FaultKind, number, Record<string, string | null>]>([
    ['tooManySeconds', 429, { 'retry-after': '30' }],
    ['tooManyDate', 429, { 'retry-after': 'Sun, 22 Nov 2026 09:00:30 GMT' }],
    ['tooManyReset', 429, { 'retry-after': null }],
    ['tooManyBare', 429, { 'retry-after': null }],
    ['unavailable', 503, { 'retry-after': '30' }],
    ['redirect', 303, { location: '/_sandbox/workshop/maintenance' }],
    ['html', 200, { 'content-type': 'text/html; charset=utf-8' }],
    ['errorInside', 200, { 'content-type': 'application/json; charset=utf-8' }],
  ])('%s is answered with %d, once, and nothing is done', async (kind, status, headers) => {
    const { call, twin, time } = await startWorkshop();
    twin.faults.on({ kind, seconds: 30 });
    const answer = await call('POST', '/v2/tools', create);
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name)).toBe(value);
    expect([twin.rows('tool').length, twin.requests[0]?.faults]).toEqual([7, [kind]]);
    time.advance(30_000);
    expect((await call('POST', '/v2/tools', create)).status).toBe(201);
    expect(twin.requests[1]?.faults).toEqual([]);
  });

  it('has a page of HTML behind its redirect', async () => {
    const { sandbox, twin, call } = await startWorkshop();
    twin.faults.on({ kind: 'redirect' });
    const { headers } = await call('GET', '/v2/tools');
    const page = await fetch(`${sandbox.url}${headers.get('location')}`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<!doctype html>')]);
    expect(sandbox.story.at(-1)?.text).toContain('followed the redirect');
  });

  it('tells of a failure inside a success in the shape of the definition', async () => {
    const { twin, call } = await startWorkshop();
    twin.faults.on({ kind: 'errorInside' });
    expect((await call('GET', '/v2/tools')).json).toEqual({
      success: false,
      errors: [{ message: 'The request could not be processed', code: 200 }],
    });
  });

  it('tells the reset header and nothing else where the vendor has one', async () => {
    const headers = { limit: 'x-limit', remaining: 'x-remaining', reset: 'x-reset' };
    const quota = { ...workshop.quota, headers };
    const { twin, call } = await startWorkshop({}, {}, { ...workshop, quota });
    twin.faults.on({ kind: 'tooManyReset', seconds: 12 });
    const answer = await call('GET', '/v2/tools');
    expect([answer.status, answer.headers.get('x-reset'), answer.headers.get('x-remaining')]).toEqual([429, '12', '0']);
    expect(answer.headers.has('retry-after')).toBe(false);
    twin.reset();
    twin.faults.on({ kind: 'tooManyBare' });
    expect((await call('GET', '/v2/tools')).headers.has('x-reset')).toBe(false);
  });
});

describe('a connection', () => {
  it.each([
    ['resetBefore', 7],
    ['resetAfter', 8],
  ] as const)('with %s is cut without an answer, and leaves %d records', async (kind, count) => {
    const { twin, call } = await startWorkshop();
    twin.faults.on({ kind });
    await expect(call('POST', '/v2/tools', create)).rejects.toThrow();
    expect(twin.rows('tool')).toHaveLength(count);
    expect(twin.requests).toMatchObject([{ status: 0, faults: [kind], answer: undefined }]);
  });

  it('is cut in the middle of an answer that announced its whole length', async () => {
    const { twin, request } = await startWorkshop();
    twin.faults.on({ kind: 'truncated' });
    const answer = await request('GET', '/v2/tools');
    expect([answer.status, Number(answer.headers.get('content-length'))]).toEqual([200, expect.any(Number)]);
    await expect(answer.text()).rejects.toThrow();
    expect(twin.requests[0]?.faults).toEqual(['truncated']);
  });

  it('keeps a caller waiting for as long as was wanted', async () => {
    const { twin, call, time } = await startWorkshop();
    twin.faults.on({ kind: 'slow', seconds: 20 });
    let answered = false;
    const answer = call('POST', '/v2/tools', create).then((it) => {
      answered = true;
      return it;
    });
    while (twin.rows('tool').length < 8) await new Promise(setImmediate);
    time.advance(19_999);
    await new Promise(setImmediate);
    expect(answered).toBe(false);
    time.advance(1);
    expect((await answer).status).toBe(201);
  });
});

describe('rows that move while someone pages', () => {
  const walk = async (kind: FaultKind) => {
    const { twin, call } = await startWorkshop();
    twin.faults.on({ kind, times: 'always' });
    const names: string[] = [];
    for (let page: number | null = 1; page !== null; ) {
      const { data }: Json = (await call('GET', `/v2/tools?per_page=3&page=${page}`)).json;
      for (const { name } of data.tools) names.push(name);
      page = data.next_page;
    }
    return { names, rows: twin.rows('tool').length };
  };

  it('come twice when a row appears in front of them', async () => {
    const { names, rows } = await walk('rowsInserted');
    expect(names).toEqual(['Saw 1', 'Saw 2', 'Saw 3', 'Saw 3', 'Saw 4', 'Saw 5', 'Saw 5', 'Saw 6', 'Saw 7']);
    expect(rows).toBe(9);
  });

  it('are left out when one of the page before disappears', async () => {
    const { names, rows } = await walk('rowsRemoved');
    expect(names).toEqual(['Saw 1', 'Saw 2', 'Saw 3', 'Saw 5', 'Saw 6', 'Saw 7']);
    expect(rows).toBe(6);
  });
});

describe('an instant that was asked to wait for', () => {
  it.each(['tooManySeconds', 'tooManyDate', 'unavailable'] as const)(
    'by %s is kept: who comes early is refused and counted',
    async (kind) => {
      const { twin, call, time } = await startWorkshop();
      twin.faults.on({ kind, seconds: 10 });
      await call('GET', '/v2/tools');
      time.advance(4000);
      const early = await call('POST', '/v2/tools', create);
      expect([early.status, twin.earlyRequests, twin.rows('tool').length]).toEqual([
        kind === 'unavailable' ? 503 : 429,
        1,
        7,
      ]);
      const wait = kind === 'tooManyDate' ? 'Sun, 22 Nov 2026 09:00:10 GMT' : '6';
      expect(early.headers.get('retry-after')).toBe(wait);
      expect(twin.requests.map((one) => [one.faults, one.early])).toEqual([
        [[kind], false],
        [['held'], true],
      ]);
      time.advance(6000);
      expect([(await call('GET', '/v2/tools')).status, twin.earlyRequests]).toEqual([200, 1]);
    },
  );

  it('is not held against requests that were on their way already', async () => {
    const { twin, call } = await startWorkshop();
    twin.faults.on({ kind: 'tooManySeconds', seconds: 10 });
    const all = await Promise.all(Array.from({ length: 8 }, () => call('GET', '/v2/tools')));
    expect(all.map(({ status }) => status)).toEqual(Array(8).fill(429));
    expect(twin.earlyRequests).toBe(0);
    await call('GET', '/v2/tools');
    expect(twin.earlyRequests).toBe(1);
  });

  it.each(['tooManySeconds', 'tooManyDate', 'tooManyBare', 'unavailable', 'resetAfter'] as const)(
    'is kept by our own client after %s',
    async (kind) => {
      const { twin, time } = await startWorkshop();
      const client = createClient(workshop, {
        transport: axiosTransport(),
        clock: { now: time.now, sleep: async (milliseconds) => time.advance(milliseconds) },
        baseUrl: twin.baseUrl,
        authorization: headerAuthorization(workshop.auth.token as never, twin.credential),
      }) as unknown as { tool: { get(input: object): Promise<{ name: string }> } };
      twin.faults.on({ kind, seconds: 10, times: 2 });
      const { name } = await client.tool.get({ tool_uid: String(twin.rows('tool')[2]?.uid) });
      expect([name, twin.earlyRequests, twin.requests.length]).toEqual(['Saw 3', 0, 3]);
    },
  );
});

describe('budgets', () => {
  it('are not enforced unless wanted', async () => {
    const { call } = await startWorkshop();
    for (let index = 0; index < 10; index++) expect((await call('GET', '/v2/tools')).status).toBe(200);
  });

  it('are enforced when switched on, with the instant in the vendor’s form', async () => {
    const { call, twin, time } = await startWorkshop({ quota: true }, { waitForm: 'seconds' });
    const remove = () => call('DELETE', '/v2/tools/none');
    for (let index = 0; index < 3; index++) expect((await remove()).status).toBe(404);
    time.advance(20_000);
    const refused = await remove();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
    expect((await call('GET', '/v2/tools')).status).toBe(200);
    expect((await remove()).status).toBe(429);
    expect(twin.earlyRequests).toBe(1);
    time.advance(40_000);
    expect((await remove()).status).toBe(404);
  });

  it('are switched while it runs, and say nothing where the vendor says nothing', async () => {
    const { call, control } = await startWorkshop();
    expect((await control('settings', { quota: true })).status).toBe(200);
    for (let index = 0; index < 6; index++) await call('GET', '/v2/tools');
    const refused = await call('GET', '/v2/tools');
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([429, false]);
    expect((await control('settings', { quota: 'yes' })).json).toEqual({ problem: 'quota must be true or false' });
  });
});

describe('faults by HTTP', () => {
  it('are switched on, told and switched off', async () => {
    const { control, call, sandbox } = await startWorkshop();
    const { json } = await control('faults', { kind: 'html', times: 'always', method: 'GET', path: '/v2/tools' });
    const state = async () =>
      (await fetch(`${sandbox.url}/_sandbox/workshop/faults`)).json() as Promise<{ active: object[] }>;
    expect((await state()).active).toEqual([
      { id: json.id, kind: 'html', method: 'GET', path: '/v2/tools', left: 'always', skip: 0 },
    ]);
    expect((await call('GET', '/v2/tools')).content).toContain('<!doctype html>');
    expect((await control(`faults/${json.id}/off`)).status).toBe(200);
    expect((await control(`faults/${json.id}/off`)).status).toBe(404);
    expect((await call('GET', '/v2/tools')).status).toBe(200);
  });

  it('strike by chance with a seed, the same every time', async () => {
    const statuses = async () => {
      const { control, call } = await startWorkshop();
      await control('faults/repeat', { seed: 5, rate: 0.5, kinds: ['html', 'tooManyBare', 'errorInside'] });
      const met: unknown[] = [];
      for (let index = 0; index < 12; index++) {
        const { status, headers } = await call('GET', '/v2/tools');
        met.push([status, headers.get('content-type')]);
      }
      return met;
    };
    const [one, other] = [await statuses(), await statuses()];
    expect(one).toEqual(other);
    expect(new Set(one.map(String)).size).toBeGreaterThan(2);
  });

  it.each([
    ['faults', {}, 'kind must be one of tooManySeconds'],
    ['faults', { kind: 'html', times: 0 }, 'times must be a whole number from 1'],
    ['faults', { kind: 'html', path: 'card' }, 'path must begin with a slash'],
    ['faults', { kind: 'html', method: 'get' }, 'method must be one of GET'],
    ['faults', { kind: 'html', often: 3 }, 'often is not known'],
    ['faults', [], 'must be a JSON object'],
    ['faults/repeat', { seed: 1 }, 'rate must be a number from 0 to 1'],
    ['faults/repeat', { seed: 1, rate: 0.1, kinds: [] }, 'kinds must be a list'],
  ])('to %s with %j are refused', async (path, content, problem) => {
    const { control, twin } = await startWorkshop();
    const { status, json } = await control(path, content);
    expect([status, json.problem]).toEqual([422, expect.stringContaining(problem)]);
    expect([twin.faults.active, twin.faults.sequence]).toEqual([[], undefined]);
  });

  it('are all gone after a reset, and those of the start are back at their beginning', async () => {
    const { twin, call } = await startWorkshop({ faults: { seed: 3, rate: 0.5, kinds: ['html'] } });
    const met = async () => {
      const kinds: unknown[] = [];
      for (let index = 0; index < 8; index++) kinds.push((await call('GET', '/v2/tools')).headers.get('content-type'));
      return kinds;
    };
    const before = await met();
    twin.faults.on({ kind: 'resetBefore', times: 'always' });
    twin.reset();
    expect(await met()).toEqual(before);
  });
});
