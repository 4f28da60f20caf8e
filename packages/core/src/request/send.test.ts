import { describe, expect, test } from 'vitest';
import { fakePorts } from '../../test/fake-ports.ts';
import { type ConnectorError, createEngine, operationOf, type Progress, TransportError, vplan } from '../index.ts';

const cut = () => new TransportError('cut', { code: 'CONNECTION_CUT', retryable: true });
const vplanError = {
  reference: 'ref-7',
  errors: [{ code: 42, message: 'Duplicate entry', description: 'external_ref' }],
};

const call = (fake: ReturnType<typeof fakePorts>, key: string, input: Record<string, unknown>, options = {}) =>
  createEngine(vplan, fake.ports).call(operationOf(vplan, key), input, options);
const failure = async (fake: ReturnType<typeof fakePorts>, key: string, input: Record<string, unknown>) =>
  (await call(fake, key, input).then(
    () => undefined,
    (error: unknown) => error,
  )) as ConnectorError & { status?: number; reference?: string; vendorCode?: string };

const read = ['board.get', { board_id: 'b' }] as const;
const create = ['board.create', { name: 'n' }] as const;

describe('what the vendor refuses', () => {
  test('its own text, code and reference are told, with the next step', async () => {
    const error = await failure(fakePorts([{ status: 422, json: vplanError }]), ...create);
    expect(error.message).toContain('Duplicate entry: external_ref');
    expect(error.message).toContain('(reference ref-7)');
    expect(error).toMatchObject({ code: 'UNPROCESSABLE', status: 422, vendorCode: '42', reference: 'ref-7' });
    expect(error.advice).toMatch(/external reference must be unique/);
  });

  test('a wrong key is told without the key', async () => {
    const json = { reference: 'r', errors: [{ code: 1, message: 'Not Logged In', description: '' }] };
    const error = await failure(fakePorts([{ status: 401, json }]), ...read);
    expect(error.code).toBe('NOT_AUTHENTICATED');
    expect(error.message).toContain('Not Logged In');
    expect(JSON.stringify(error) + error.stack).not.toContain('secret-key');
  });

  test('a vendor that repeats the key in its refusal does not get it into the error', async () => {
    const errors = [{ code: 1, message: 'No such key: secret-key', description: '' }];
    const error = await failure(fakePorts([{ status: 401, json: { reference: 'r', errors } }]), ...read);
    expect(error.message).toContain('No such key: ***');
    expect(JSON.stringify(error) + error.stack).not.toContain('secret-key');
  });

  test('a redirect says that nothing is sent to where it leads', async () => {
    const error = await failure(
      fakePorts([{ status: 301, headers: { location: 'https://elsewhere.example' } }]),
      ...read,
    );
    expect(error.message).toContain('sent on to another address, where nothing is sent: check the base URL');
  });

  test.each([404, 405])('%i on an operation that the documentation does not confirm says so', async (status) => {
    const error = await failure(fakePorts([{ status }]), 'board.delete', { board_id: 'b' });
    expect(error.message).toContain("not confirmed by vPlan's documentation");
  });

  test('a redirect to a web page is a failure, and is sent once', async () => {
    const fake = fakePorts([{ status: 303, headers: { location: 'https://status.example.com' } }]);
    const error = await failure(fake, ...read);
    expect(error.code).toBe('UNAVAILABLE');
    expect(fake.requests).toHaveLength(1);
  });

  test.each([
    ['HTML with status 200', { headers: { 'content-type': 'text/html' }, content: '<!doctype html><p>Maintenance' }],
    ['JSON that ends early', { content: '{"count": 3, "data": [' }],
    ['a list without its envelope', { json: [{ id: 'a' }] }],
    ['an empty answer', { content: '' }],
    ['rows that are no records', { json: { count: 1, data: ['a'] } }],
    ['JSON nested without end', { content: '['.repeat(100_000) + ']'.repeat(100_000) }],
  ])('%s is an error, never an empty list', async (_, answer) => {
    const walk = createEngine(vplan, fakePorts([answer]).ports).pages(operationOf(vplan, 'board.list'), {});
    await expect(walk.next()).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER' });
  });
});

describe('sending again', () => {
  test('a read is sent again after a cut connection and after 5xx', async () => {
    const fake = fakePorts([cut(), { status: 502 }, { json: { id: 'b' } }]);
    expect(await call(fake, ...read)).toEqual({ id: 'b' });
    expect(fake.slept).toEqual([250, 500]);
  });

  test('it stops after four tries', async () => {
    const fake = fakePorts([{ status: 503 }]);
    await expect(call(fake, ...read)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(fake.requests).toHaveLength(4);
  });

  test('a create whose answer was lost is not sent again, and is told as unknown', async () => {
    const fake = fakePorts([cut()]);
    const error = await failure(fake, ...create);
    expect(error.code).toBe('OUTCOME_UNKNOWN');
    expect(error.message).toContain('Look in vPlan before sending it again');
    expect(fake.requests).toHaveLength(1);
  });

  test.each([
    ['500', { status: 500 }],
    ['504', { status: 504 }],
    ['an answer that is cut off', { content: '{"id": "b' }],
  ])('a create answered with %s may have been done: it is not sent again, and nobody is told to', async (_, answer) => {
    const fake = fakePorts([answer]);
    const error = await failure(fake, ...create);
    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toContain('It may have been done all the same: look in vPlan before sending it again');
    expect(fake.requests).toHaveLength(1);
  });

  test.each([
    ['seconds', { 'retry-after': '7' }],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 09:00:07 GMT' }],
    ["vPlan's reset", { 'ratelimit-reset': '7' }],
  ])('429 waits as long as it is told, by %s, also for a create', async (_, headers) => {
    const fake = fakePorts([{ status: 429, headers }, { json: { id: 'b' } }]);
    const progress: Progress[] = [];
    await call(fake, ...create, { onProgress: (step: Progress) => progress.push(step) });
    expect(fake.slept).toEqual([7000]);
    expect(progress).toEqual([{ kind: 'waiting', milliseconds: 7000, because: 'RATE_LIMITED' }]);
  });

  test('a wait beyond the ceiling is an error that tells how long', async () => {
    const fake = fakePorts([{ status: 429, headers: { 'ratelimit-reset': '40000' } }]);
    const error = await failure(fake, ...read);
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 40_000 });
    expect(fake.slept).toEqual([]);
  });

  test('an update that answers nothing reads the record again', async () => {
    const fake = fakePorts(({ method }) => (method === 'PUT' ? {} : { json: { id: 'b', name: 'n' } }));
    expect(await call(fake, 'board.update', { board_id: 'b', name: 'n' })).toEqual({ id: 'b', name: 'n' });
    expect(fake.requests.map(({ method }) => method)).toEqual(['PUT', 'GET']);
  });

  test('an update that answers with the record is not read again', async () => {
    const fake = fakePorts([{ json: { id: 'b' } }]);
    await call(fake, 'board.update', { board_id: 'b', name: 'n' });
    expect(fake.requests).toHaveLength(1);
  });
});
