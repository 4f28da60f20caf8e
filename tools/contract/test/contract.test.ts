import { type Operation, operationsOf, vendors } from '@patchbay/core';
import { type RequestRecord, type Sandbox, startSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientSurface } from '../src/client-surface.ts';
import { n8nSurface } from '../src/n8n-surface.ts';
import { nodeRedSurface } from '../src/node-red-surface.ts';
import { vendorPackages } from '../src/packages.ts';
import { refusedInput } from '../src/refused-input.ts';
import { type Samples, sampleInput } from '../src/sample-input.ts';
import type { Outcome, Surface } from '../src/surface.ts';

test('every vendor is here with its packages', () => {
  expect(vendorPackages.map(({ vendor }) => vendor)).toEqual(vendors);
});

describe.each(vendorPackages)('$vendor.label', ({ vendor, n8n, nodeRed }) => {
  const operations = [...operationsOf(vendor).values()];
  const cases = operations.map((operation) => [operation.key, operation] as const);
  let sandbox: Sandbox;
  let surfaces: readonly Surface[];

  const twin = () => sandbox.vendors[vendor.name as keyof Sandbox['vendors']];

  const samples = (): Samples =>
    Object.fromEntries(Object.keys(vendor.resources).map((name) => [name, twin().rows(name)]));

  /** A record of every kind that a new sandbox has none of. */
  const makeSamples = async (): Promise<void> => {
    for (const resource of Object.keys(vendor.resources)) {
      const create = operationsOf(vendor).get(`${resource}.create`);
      if (create && twin().rows(resource).length === 0)
        await surfaces[0]?.call(create, sampleInput(create, samples(), 'required'), 0);
    }
  };

  const asSent = ({ method, path, query, headers, body }: RequestRecord) => ({ method, path, query, headers, body });

  /** What one surface sends and gets for an input, with the vendor as it is when new. */
  const tryOn = async (surface: Surface, operation: Operation, which: 'required' | 'all' | 'refused') => {
    twin().reset();
    await makeSamples();
    const before = twin().requests.length;
    const input = which === 'refused' ? refusedInput(operation) : sampleInput(operation, samples(), which);
    const outcome: Outcome = await surface.call(operation, input, 3);
    return { requests: twin().requests.slice(before).map(asSent), outcome };
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ vendors: [vendor], now: () => Date.parse('2026-11-22T09:00:00Z') });
    surfaces = [
      clientSurface(vendor, twin()),
      n8nSurface(vendor, n8n, twin()),
      await nodeRedSurface(vendor, nodeRed, twin()),
    ];
  });
  afterAll(async () => {
    for (const surface of surfaces) await surface.close();
    await sandbox.close();
  });

  describe.each(['required', 'all'] as const)('with %s inputs', (which) => {
    test.each(cases)('%s sends the same and gives the same everywhere', async (_, operation) => {
      const [reference, ...others] = surfaces as [Surface, ...Surface[]];
      const wanted = await tryOn(reference, operation, which);
      expect(wanted.outcome).not.toHaveProperty('code');
      expect(wanted.requests.length).toBeGreaterThan(0);
      for (const surface of others) expect(await tryOn(surface, operation, which), surface.name).toEqual(wanted);
    });
  });

  const refusable = cases.filter(([, { inputs }]) => inputs.length > 0);

  test.each(refusable)('%s with a wrong input is refused everywhere, and nothing is sent', async (_, operation) => {
    const wrong = refusedInput(operation);
    const missing = operation.inputs.filter(({ name, required }) => required && !(name in wrong));
    for (const surface of surfaces) {
      const { requests, outcome } = await tryOn(surface, operation, 'refused');
      expect(requests, surface.name).toEqual([]);
      const { code, message } = outcome as { code: string; message: string };
      // n8n looks at its form first, and does not begin while something required is empty.
      const refusedByHost = code === 'HOST' && missing.length > 0;
      if (!refusedByHost) expect(outcome, surface.name).toMatchObject({ code: 'INPUT' });
      for (const { name, label } of missing)
        expect(message, surface.name).toContain(refusedByHost ? label.replace(/ ID$/, '') : name);
      if (!refusedByHost) for (const name of Object.keys(wrong)) expect(message, surface.name).toContain(name);
    }
  });
});
