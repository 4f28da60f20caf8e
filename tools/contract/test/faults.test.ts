import { type Operation, operationOf, type Row, type Vendor, vplan } from '@patchbay/core';
import { type RequestRecord, type Sandbox, startSandbox } from '@patchbay/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clientSurface } from '../src/client-surface.ts';
import { n8nSurface } from '../src/n8n-surface.ts';
import { nodeRedSurface } from '../src/node-red-surface.ts';
import { packagesOf } from '../src/packages.ts';
import type { Outcome, Surface } from '../src/surface.ts';

const list = operationOf(vplan, 'item.list');
const get = operationOf(vplan, 'item.get');
const create = operationOf(vplan, 'item.create');
const newItem = { code: 'F-118', description: 'Oak frame' };

const makers: readonly (readonly [string, (vendor: Vendor, sandbox: Sandbox) => Promise<Surface> | Surface])[] = [
  ['client', (vendor, sandbox) => clientSurface(vendor, sandbox.twin(vendor.name))],
  ['n8n', (vendor, sandbox) => n8nSurface(packagesOf(vendor).n8n, sandbox.twin(vendor.name))],
  ['Node-RED', (vendor, sandbox) => nodeRedSurface(vendor, packagesOf(vendor).nodeRed, sandbox.twin(vendor.name))],
];

// Real time: hosts bring their own clocks. Waits asked for are of one second.
describe.each(makers)('bad weather in %s', (_, makeSurface) => {
  let sandbox: Sandbox;
  let surface: Surface;
  beforeAll(async () => {
    sandbox = await startSandbox({ vendors: [vplan], dailyLimit: 100_000 });
    surface = await makeSurface(vplan, sandbox);
  });
  afterAll(async () => {
    await surface.close();
    await sandbox.close();
  });
  afterEach(() => sandbox.vendors.vplan.faults.off());

  const twin = () => sandbox.vendors.vplan;
  const tried = async (operation: Operation, input: Row, limit = 50) => {
    const before = twin().requests.length;
    const items = twin().rows('item').length;
    const outcome: Outcome = await surface.call(operation, input, limit);
    const requests: readonly RequestRecord[] = twin().requests.slice(before);
    return { outcome, requests, made: twin().rows('item').length - items };
  };
  const rowsOf = (outcome: Outcome): readonly Row[] => (outcome as { rows: readonly Row[] }).rows;

  test.each(['tooManySeconds', 'tooManyDate', 'tooManyReset'] as const)(
    '%s: waits as long as asked, sends once more, and a create is made once',
    async (kind) => {
      for (const [operation, input] of [
        [list, {}],
        [create, newItem],
      ] as const) {
        twin().faults.on({ kind, seconds: 1 });
        const { outcome, requests, made } = await tried(operation, input);
        expect(outcome).not.toHaveProperty('code');
        expect(requests.filter(({ faults }) => faults.length === 0)).toHaveLength(1);
        expect(made).toBe(operation === create ? 1 : 0);
        expect(twin().earlyRequests).toBe(0);
      }
    },
  );

  test('a refusal without a hint is tried again', async () => {
    twin().faults.on({ kind: 'tooManyBare' });
    const { outcome, requests } = await tried(list, {});
    expect(rowsOf(outcome).length).toBeGreaterThan(0);
    expect(requests).toHaveLength(2);
  });

  test.each(['unavailable', 'badGateway', 'resetBefore', 'resetAfter', 'truncated'] as const)(
    '%s: reading is tried again and gives what it should',
    async (kind) => {
      const { outcome: wanted } = await tried(list, {});
      twin().faults.on({ kind });
      const { outcome, requests } = await tried(list, {});
      expect(outcome).toEqual(wanted);
      expect(requests.length).toBe(2);
    },
  );

  test.each([
    ['unavailable', 'UNAVAILABLE', 0],
    ['badGateway', 'SERVER_ERROR', 0],
    ['redirect', 'UNAVAILABLE', 0],
    ['html', 'UNEXPECTED_ANSWER', 0],
    ['errorInside', 'REFUSED', 0],
    ['resetBefore', 'OUTCOME_UNKNOWN', 0],
    ['resetAfter', 'OUTCOME_UNKNOWN', 1],
    ['truncated', 'OUTCOME_UNKNOWN', 1],
  ] as const)('%s: a create is sent once, and the error says %s', async (kind, code, done) => {
    twin().faults.on({ kind });
    const { outcome, requests, made } = await tried(create, newItem);
    expect(outcome).toMatchObject({ code });
    expect(requests).toHaveLength(1);
    expect(made).toBe(done);
  });

  test.each([
    ['redirect', 'UNAVAILABLE'],
    ['html', 'UNEXPECTED_ANSWER'],
    ['errorInside', 'REFUSED'],
  ] as const)('%s: reading fails, nothing is followed and nothing is taken for data', async (kind, code) => {
    const id = String(twin().rows('item')[0]?.id);
    twin().faults.on({ kind, times: 'always' });
    const { outcome, requests } = await tried(get, { item_id: id });
    expect(outcome).toMatchObject({ code });
    expect(requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(sandbox.story.some(({ text }) => text.includes('followed the redirect'))).toBe(false);
  });

  test('no row is lost or doubled while rows come and go between the pages', async () => {
    const { call } = clientSurface(vplan, twin());
    const missing = 2_100 - twin().rows('item').length;
    for (let made = 0; made < missing; made += 50)
      await Promise.all(
        Array.from({ length: Math.min(50, missing - made) }, (_, index) =>
          call(create, { code: `N-${made + index}`, description: 'Frame' }, 0),
        ),
      );
    const before = twin()
      .rows('item')
      .map(({ id }) => id);
    expect(before.length).toBe(2_100);
    twin().faults.on({ kind: 'rowsRemoved', times: 3, method: 'GET', path: '/item' });
    twin().faults.on({ kind: 'rowsInserted', times: 2, skip: 1, method: 'GET', path: '/item' });
    const { outcome } = await tried(list, {}, 10_000);
    const got = rowsOf(outcome).map(({ id }) => id);
    expect(new Set(got).size).toBe(got.length);
    const after = new Set(
      twin()
        .rows('item')
        .map(({ id }) => id),
    );
    const always = new Set(before.filter((id) => after.has(id)));
    expect(always.size).toBeLessThan(2_100);
    expect(got.filter((id) => always.has(id as string)).length).toBe(always.size);
  }, 60_000);
});
