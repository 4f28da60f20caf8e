import { describe, expect, test } from 'vitest';
import { type Answer, fakePorts } from '../../test/fake-ports.ts';
import { workshop } from '../../test/workshop.ts';
import { TransportError } from '../errors/transport-error.ts';
import { customCall } from '../project/custom-call.ts';
import { operationOf } from '../project/operation.ts';
import type { InputValues } from './check-input.ts';
import { createEngine } from './engine.ts';
import type { CallOptions, Progress } from './ports.ts';

const start = (answers: Parameters<typeof fakePorts>[0]) => {
  const fake = fakePorts(answers);
  const engine = createEngine(workshop, fake.ports);
  const sent = () => fake.requests.map(({ method, url }) => `${method} ${url.replace(workshop.baseUrl, '')}`);
  const contentOf = (index: number): unknown => JSON.parse(String(fake.requests[index]?.content));
  return {
    ...fake,
    sent,
    contentOf,
    call: (key: string, input: InputValues, options?: CallOptions) =>
      engine.call(operationOf(workshop, key), input, options),
    engine,
  };
};

describe('the content of a request', () => {
  test('is wrapped, with what goes beside it', async () => {
    const { call, contentOf } = start([{ json: { data: { uid: 'j' } } }]);
    await call('job.create', { title: 'Saw', bench_id: 'b', notify: false });
    expect(contentOf(0)).toEqual({ job: { title: 'Saw', bench_id: 'b' }, notify: false, new_api: true });
  });

  test('repeats a path parameter where the vendor wants it, in a list of one', async () => {
    const { call, contentOf, sent } = start([{ json: { message: 'ok' } }, { json: { uid: 'j', title: 'Saw' } }]);
    expect(await call('job.update', { job_id: 'j', title: 'Saw' })).toEqual({ uid: 'j', title: 'Saw' });
    expect(contentOf(0)).toEqual({ jobs: [{ job_id: 'j', title: 'Saw' }] });
    expect(sent()).toEqual(['PUT /jobs/j', 'GET /jobs/j']);
  });

  test('lists in a query travel one by one under the name that the vendor wants', async () => {
    const fake = start([{ json: [] }]);
    for await (const _ of fake.engine.pages(operationOf(workshop, 'job.list'), { tags: ['a', 'b,c'] })) break;
    expect(fake.sent()).toEqual(['GET /jobs?tags%5B%5D=a&tags%5B%5D=b%2Cc&page=1&per_page=100']);
  });
});

describe('answers', () => {
  test('a secret is not handed out unless asked for', async () => {
    const row = { uid: 'j', pin: '1234', visitors: [{ name: 'Ann', badge: 'b-1' }] };
    const { call } = start([{ json: { data: row } }]);
    expect(await call('job.get', { job_id: 'j' })).toEqual({ uid: 'j', visitors: [{ name: 'Ann' }] });
    expect(await call('job.get', { job_id: 'j' }, { raw: true })).toEqual(row);
  });

  test.each<[unknown, string]>([
    [{ status: 'Error', error: 'Unauthorized' }, 'The token may not do this'],
    [{ success: false, errors: [{ code: 'slot_taken', message: ['Slot', 'taken'], field: 'slot' }] }, 'another slot'],
  ])('a success with a failure inside is a failure: %j', async (json, advice) => {
    const { call } = start([{ json }]);
    await expect(call('job.get', { job_id: 'j' })).rejects.toThrow(advice);
  });

  test('numbered pages end by the flag', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => ({ uid: String(index) }));
    const fake = start(({ url }) => {
      const page = Number(new URL(url).searchParams.get('page'));
      return {
        json: { data: { jobs: rows.slice(page * 100 - 100, page * 100) }, next_page: page < 3 ? page + 1 : null },
      };
    });
    const got = [];
    for await (const page of fake.engine.pages(operationOf(workshop, 'job.list'), {})) got.push(...page.rows);
    expect(got).toEqual(rows);
    expect(fake.requests).toHaveLength(3);
  });
});

describe('a value that is found otherwise', () => {
  test('is asked for when the caller gives what it is found by', async () => {
    const fake = start(({ url }) => ({ json: url.includes('/benches') ? { data: [{ uid: 'b9' }] } : { uid: 'j' } }));
    await fake.call('job.create', { title: 'Saw', owner: 'Ann' });
    expect(fake.sent()[0]).toContain('GET /benches');
    expect(fake.contentOf(1)).toMatchObject({ job: { bench_id: 'b9' } });
  });

  test('is named with its other way when neither is given, and nothing is sent', async () => {
    const fake = start([]);
    await expect(fake.call('job.create', { title: 'Saw' })).rejects.toThrow(/bench_id is missing: give it, or owner/);
    expect(fake.requests).toEqual([]);
  });
});

describe('create or update', () => {
  const found = { uid: 'j1', code: 'A-1', title: 'Old' };
  const reply = (rows: unknown[], create: Answer = { json: { uid: 'new', code: 'A-1' } }) => {
    let asked = 0;
    return start(({ method, url }) => {
      if (method === 'GET' && url.includes('/jobs?')) return { json: asked++ === 0 ? rows : [found] };
      if (method === 'POST') return create;
      return { json: { uid: 'j1', code: 'A-1', title: 'New' } };
    });
  };
  const input = { code: 'A-1', title: 'New', bench_id: 'b' };

  test('updates the record that is there, and says so', async () => {
    const fake = reply([found]);
    expect(await fake.call('job.createOrUpdate', input)).toMatchObject({ uid: 'j1', title: 'New', outcome: 'updated' });
    expect(fake.sent().map((line) => line.split('?')[0])).toEqual(['GET /jobs', 'PUT /jobs/j1', 'GET /jobs/j1']);
    expect(new URL(fake.requests[0]?.url ?? '').searchParams.get('filter')).toBe('code:eq:A-1');
  });

  test('does not look for a record by nothing', async () => {
    const fake = reply([found]);
    await expect(fake.call('job.createOrUpdate', { ...input, code: '' })).rejects.toThrow('code must not be empty');
    expect(fake.requests).toEqual([]);
  });

  test('creates what is not there', async () => {
    const fake = reply([{ ...found, code: 'A-10' }]);
    expect(await fake.call('job.createOrUpdate', input)).toMatchObject({ uid: 'new', outcome: 'created' });
  });

  test('sets by an update what a create does not take', async () => {
    const fake = reply([]);
    const row = await fake.call('job.createOrUpdate', { ...input, status: 'done' });
    expect(row).toMatchObject({ outcome: 'created', title: 'New' });
    expect(fake.sent().map((line) => line.split('?')[0])).toEqual([
      'GET /jobs',
      'POST /jobs',
      'PUT /jobs/new',
      'GET /jobs/new',
    ]);
    expect(fake.contentOf(2)).toEqual({ jobs: [{ job_id: 'new', status: 'done' }] });
  });

  test('looks for the record when the answer to the create is empty', async () => {
    expect(await reply([], { json: undefined, content: '' }).call('job.createOrUpdate', input)).toMatchObject({
      uid: 'j1',
      outcome: 'created',
    });
  });

  test.each([
    ['answered with 500', { status: 500 }],
    ['not answered', new TransportError('cut', { code: 'CONNECTION_CUT' })],
  ])('looks for the record when its create was %s', async (_, answer) => {
    const fake = reply([], answer);
    expect(await fake.call('job.createOrUpdate', input)).toMatchObject({ uid: 'j1', outcome: 'created' });
    expect(fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('tells that a create may have been done when the record cannot be looked for either', async () => {
    let looked = 0;
    const fake = start(({ method }) => {
      if (method === 'POST') return new TransportError('cut', { code: 'CONNECTION_CUT' });
      return looked++ === 0 ? { json: [] } : { status: 403, json: { error: 'No' } };
    });
    await expect(fake.call('job.createOrUpdate', input)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  });

  test('names the input when a record cannot be looked for by it', async () => {
    const fake = reply([]);
    await expect(fake.call('job.createOrUpdate', { ...input, code: "O'B" })).rejects.toThrow(
      "Create or update a job by code cannot be sent: code must not have a '",
    );
    expect(fake.requests).toEqual([]);
  });

  test('says what counts only for a new record', () => {
    expect(operationOf(workshop, 'job.createOrUpdate').definition.description).toBe(
      'Only for a new record: bench_id, visitors',
    );
  });

  test('updates when another caller was faster', async () => {
    const fake = reply([], { status: 422, json: { error: 'Duplicate' } });
    expect(await fake.call('job.createOrUpdate', input)).toMatchObject({ uid: 'j1', outcome: 'updated' });
  });
});

describe('what follows a call that is done', () => {
  test('and fails is told as that, so that nobody sends the call again', async () => {
    const fake = start(({ method }) => (method === 'PUT' ? { json: {} } : { status: 403, json: { error: 'No' } }));
    await expect(fake.call('job.update', { job_id: 'j', title: 'Saw' })).rejects.toMatchObject({
      code: 'FOLLOW_UP_FAILED',
      operation: 'job.update',
      message: expect.stringContaining(
        '"Update a job" was done, but the record could not be read again: Workshop answered 403',
      ),
    });
  });

  test('and finds no record shows that the vendor did nothing, although it said yes', async () => {
    const fake = start(({ method }) => (method === 'PUT' ? { json: {} } : { status: 404 }));
    await expect(fake.call('job.update', { job_id: 'j', title: 'Saw' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test.each([null, 'x', [1]])('%j is no input, and nothing is sent', async (input) => {
  const fake = start([]);
  await expect(fake.call('job.get', input as never)).rejects.toMatchObject({ code: 'INPUT' });
  expect(fake.requests).toEqual([]);
});

describe('work in the background', () => {
  test('is waited for until it has settled, and only what is new comes back', async () => {
    const looks = [[{ id: 'old' }], [{ id: 'old' }], [{ id: 'old' }, { id: 's1' }], [{ id: 'old' }, { id: 's1' }]];
    let look = 0;
    const fake = start(({ method }) =>
      method === 'POST' ? { json: { uid: 'j' } } : { json: { data: looks[Math.min(look++, 3)] } },
    );
    const progress: Progress[] = [];
    const row = await fake.call(
      'job.plan',
      { job_id: 'j', wait_for_slots: true },
      { onProgress: (step) => progress.push(step) },
    );
    expect(row).toEqual({ uid: 'j', slots: [{ id: 's1' }], slots_settled: true });
    expect(progress).toContainEqual({ kind: 'background', what: 'slots', rows: 1 });
    expect(progress).not.toContainEqual(expect.objectContaining({ settled: false }));
  });

  test('has not settled while one comes after the other', async () => {
    let look = -1;
    const fake = start(({ method }) => {
      if (method === 'POST') return { json: { uid: 'j' } };
      look++;
      return { json: { data: Array.from({ length: Math.min(Math.ceil(look / 2), 3) }, (_, id) => ({ id })) } };
    });
    const row = await fake.call('job.plan', { job_id: 'j', wait_for_slots: true });
    expect(row).toMatchObject({ slots: [{ id: 0 }, { id: 1 }, { id: 2 }], slots_settled: true });
  });

  test('is not looked for on behalf of an input that is refused', async () => {
    const fake = start([]);
    await expect(fake.call('job.plan', { wait_for_slots: true, wait_seconds: 0 })).rejects.toThrow(
      /^Plan a job cannot be sent: job_id is missing; wait_seconds must be at least 1/,
    );
    expect(fake.requests).toEqual([]);
  });

  test('is waited for on and on when a look fails, and what was done is never reported as failed', async () => {
    let look = 0;
    const fake = start(({ method }) => {
      if (method === 'POST') return { json: { uid: 'j' } };
      return look++ === 0 ? { json: { data: [] } } : { status: 403, json: { error: 'No' } };
    });
    expect(await fake.call('job.plan', { job_id: 'j', wait_for_slots: true })).toEqual({
      uid: 'j',
      slots: [],
      slots_settled: false,
    });
    expect(fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('whose wait is cancelled says that the call itself was done', async () => {
    const controller = new AbortController();
    const fake = fakePorts(({ method }) => (method === 'POST' ? { json: { uid: 'j' } } : { json: { data: [] } }));
    const sleep = async () => {
      controller.abort();
      throw new TransportError('The call was cancelled', { code: 'ABORTED' });
    };
    const engine = createEngine(workshop, { ...fake.ports, clock: { ...fake.ports.clock, sleep } });
    const plan = engine.call(
      operationOf(workshop, 'job.plan'),
      { job_id: 'j', wait_for_slots: true },
      { signal: controller.signal },
    );
    await expect(plan).rejects.toMatchObject({
      code: 'FOLLOW_UP_FAILED',
      retryable: false,
      cause: { code: 'ABORTED' },
      message: expect.stringMatching(/^"Plan a job" was done, but the wait for what follows ended: .*before sending/),
    });
  });

  test('ends at the ceiling with what is there', async () => {
    const fake = start(({ method }) => (method === 'POST' ? { json: { uid: 'j' } } : { json: { data: [] } }));
    expect(await fake.call('job.plan', { job_id: 'j', wait_for_slots: true, wait_seconds: 3 })).toEqual({
      uid: 'j',
      slots: [],
      slots_settled: false,
    });
    expect(fake.slept.reduce((sum, pause) => sum + pause, 0)).toBe(3000);
  });
});

describe('a custom call', () => {
  const custom = customCall(workshop);
  const send = async (fake: ReturnType<typeof start>, input: InputValues) => {
    const rows = [];
    for await (const page of fake.engine.pages(custom, input)) rows.push(...page.rows);
    return rows;
  };

  test('sends what it is given and gives the answer as a row', async () => {
    const fake = start([{ json: { ok: true } }]);
    const input = { method: 'POST', path: 'things/a b', query: { q: 'x&y', many: [1, 2] }, body: { n: 0 } };
    expect(await send(fake, input)).toEqual([{ ok: true }]);
    expect(fake.sent()).toEqual(['POST /things/a%20b?q=x%26y&many=1&many=2']);
    expect(fake.contentOf(0)).toEqual({ n: 0 });
  });

  test('reads a list to its end when asked to', async () => {
    const fake = start(({ url }) => {
      const page = Number(new URL(url).searchParams.get('page'));
      return { json: { data: [{ id: page }], next_page: page < 3 ? page + 1 : null } };
    });
    expect(await send(fake, { method: 'GET', path: '/things', all_pages: true })).toHaveLength(3);
  });

  test.each([
    ['https://evil.example/x', 'without a host'],
    ['//evil.example/x', 'without a host'],
    ['/a/../../b', 'must not have . or ..'],
    ['/a/%2e%2e/b', 'must not have . or ..'],
    ['/a?b=c', 'a path alone'],
    ['/a\\b', 'a path alone'],
  ])('%s is refused', async (path, reason) => {
    const fake = start([]);
    await expect(send(fake, { method: 'GET', path })).rejects.toThrow(reason);
    expect(fake.requests).toEqual([]);
  });
});

describe('a file of another host', () => {
  const url = 'https://files.example/plan.pdf';
  const download = async (answer: Answer) => {
    const fake = start(({ url: asked }) => (asked.startsWith(url) ? answer : { json: { data: { drawing: { url } } } }));
    const failure = await fake.engine.download(operationOf(workshop, 'job.download'), { job_id: 'j' }).catch(String);
    return { ...fake, failure };
  };

  test.each([
    [404, 'files.example answered 404'],
    [401, 'files.example answered 401'],
  ])('that answers %i is named', async (status, words) => {
    const { failure } = await download({ status });
    expect(failure).toContain(words);
    expect(failure).not.toContain('Workshop');
  });

  test('does not close the quota of the vendor', async () => {
    const { call } = await download({ status: 429, headers: { 'retry-after': '3600' } });
    await expect(call('job.get', { job_id: 'j' })).resolves.toBeDefined();
  });
});

describe('files', () => {
  const drawing = { name: 'a.txt', type: 'text/plain', size: 3, open: () => new Blob(['abc']).stream() };

  test('go up as a form with the other values, and again after a refusal', async () => {
    const bodies: string[] = [];
    const fake = fakePorts([]);
    const engine = createEngine(workshop, {
      ...fake.ports,
      transport: async ({ content, headers }) => {
        bodies.push(await new Response(content as never).text());
        expect(headers['content-type']).toContain('multipart/form-data');
        return {
          status: bodies.length === 1 ? 429 : 200,
          headers: {},
          content: bodies.length === 1 ? '' : '{"uid":"f"}',
        };
      },
    });
    const row = await engine.call(operationOf(workshop, 'job.attach'), { job_id: 'j', drawing, pages: 2 });
    expect(row).toEqual({ uid: 'f' });
    expect(bodies[1]).toBe(bodies[0]);
    expect(bodies[0]).toContain('name="data[pages]"\r\n\r\n2');
    expect(bodies[0]).toContain('name="data[drawing]"; filename="a.txt"');
  });

  test.each([
    ['https://files.example/x/plan%20a.pdf', false],
    [`${workshop.baseUrl}/files/plan%20a.pdf`, true],
    ['/files/plan%20a.pdf', true],
  ])('come down from %s; the key goes along: %s', async (url, own) => {
    const fake = start([
      { json: { data: { drawing: { url } } } },
      { content: 'bytes', headers: { 'content-type': 'application/pdf' } },
    ]);
    const got = await fake.engine.download(operationOf(workshop, 'job.download'), { job_id: 'j' });
    expect(got).toMatchObject({ name: 'plan a.pdf', type: 'application/pdf' });
    expect(await new Response(got.stream as never).text()).toBe('bytes');
    expect(Object.keys(fake.requests[1]?.headers ?? {}).includes('X-Api-Key')).toBe(own);
  });
});
