import { operationsOf, type Vendor } from '@patchbay/core';
import { type Sandbox, startSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientSurface } from './client-surface.ts';
import { n8nSurface } from './n8n-surface.ts';
import { nodeRedSurface } from './node-red-surface.ts';
import { packagesOf } from './packages.ts';
import { isNeeded, refusedInput, whyNotRefused } from './refused-input.ts';
import { withoutRows } from './scenes.ts';
import type { Surface } from './surface.ts';
import { createTrials } from './trial.ts';

/** Every operation of a vendor, through the client, n8n and Node-RED: the same requests, the same outcome. */
export const checkContract = (vendor: Vendor): void => {
  const packages = packagesOf(vendor);
  const cases = [...operationsOf(vendor).values()].map((operation) => [operation.key, operation] as const);
  let sandbox: Sandbox;
  let surfaces: readonly [Surface, ...Surface[]];
  let tryOn: ReturnType<typeof createTrials>;
  const withRows = new Set<string>();

  beforeAll(async () => {
    sandbox = await startSandbox({ vendors: [vendor], now: () => Date.parse('2026-11-22T09:00:00Z') });
    const access = sandbox.twin(vendor.name);
    surfaces = [
      clientSurface(vendor, access),
      n8nSurface(packages.n8n, access),
      await nodeRedSurface(vendor, packages.nodeRed, access),
    ];
    tryOn = createTrials(packages, sandbox, surfaces[0]);
  });
  afterAll(async () => {
    for (const surface of surfaces) await surface.close();
    await sandbox.close();
  });

  describe.each(['required', 'all'] as const)('with %s inputs', (which) => {
    test.each(cases)('%s sends the same and gives the same everywhere', async (_, operation) => {
      const [reference, ...others] = surfaces;
      const wanted = await tryOn(reference, operation, which);
      expect(wanted.outcome).not.toHaveProperty('code');
      if ('rows' in wanted.outcome && wanted.outcome.rows.length > 0) withRows.add(operation.key);
      expect(wanted.requests.length).toBeGreaterThan(0);
      for (const surface of others) expect(await tryOn(surface, operation, which), surface.name).toEqual(wanted);
    });
  });

  const refusable = cases.filter(([, operation]) => whyNotRefused(operation) === undefined);

  test.each(refusable)('%s with a wrong input is refused everywhere, and nothing is sent', async (_, operation) => {
    const wrong = refusedInput(operation);
    for (const surface of surfaces) {
      // A choice always has a value in n8n.
      const missing = operation.inputs.filter(
        (input) =>
          isNeeded(input) && !(input.name in wrong) && (surface.name !== 'n8n' || input.field.kind !== 'choice'),
      );
      const { requests, outcome } = await tryOn(surface, operation, 'refused');
      expect(requests, surface.name).toEqual([]);
      const { code, message } = outcome as { code: string; message: string };
      // n8n looks at its form first, and does not begin while something required is empty.
      const refusedByHost = code === 'HOST' && missing.length > 0;
      if (!refusedByHost) expect(outcome, surface.name).toMatchObject({ code: 'INPUT' });
      if (refusedByHost) expect(missing.some(({ label }) => message.includes(label.replace(/ ID$/, '')))).toBe(true);
      else for (const { name } of missing) expect(message, surface.name).toContain(name);
      if (!refusedByHost) for (const name of Object.keys(wrong)) expect(message, surface.name).toContain(name);
    }
  });

  test('whatever has no wrong input has a reason for it', () => {
    expect(cases.filter(([, operation]) => whyNotRefused(operation) === 'unknown')).toEqual([]);
  });

  test('every list had rows to compare, but for those that can have none', () => {
    const lists = cases.filter(([, { definition }]) => definition.returns === 'many').map(([key]) => key);
    const empty = lists.filter((key) => !withRows.has(key)).map((key) => `${vendor.name}.${key}`);
    expect(empty).toEqual(Object.keys(withoutRows).filter((key) => key.startsWith(`${vendor.name}.`)));
  });
};
