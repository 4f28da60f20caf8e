import { customCall, type InputValues } from '@patchbay/core';
import { type Sandbox, startSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientSurface } from '../src/client-surface.ts';
import { n8nSurface } from '../src/n8n-surface.ts';
import { nodeRedSurface } from '../src/node-red-surface.ts';
import { vendorPackages } from '../src/packages.ts';
import type { Surface } from '../src/surface.ts';

describe.each(vendorPackages)('a custom call of $vendor.label', ({ vendor, n8n, nodeRed }) => {
  let sandbox: Sandbox;
  let surfaces: readonly Surface[];
  beforeAll(async () => {
    sandbox = await startSandbox({ vendors: [vendor], now: () => Date.parse('2026-11-22T09:00:00Z') });
    const access = sandbox.twin(vendor.name);
    surfaces = [clientSurface(vendor, access), n8nSurface(n8n, access), await nodeRedSurface(vendor, nodeRed, access)];
  });
  afterAll(async () => {
    for (const surface of surfaces) await surface.close();
    await sandbox.close();
  });

  const path = String(customCall(vendor).inputs.find(({ name }) => name === 'path')?.field.example);

  test.each<[string, InputValues]>([
    ['with a query', { method: 'GET', path, query: { limit: 2, offset: 0 } }],
    ['with content', { method: 'POST', path, body: { name: 'Custom' } }],
    ['of a list to its end', { method: 'GET', path, all_pages: true }],
    ['to another host', { method: 'GET', path: 'https://other.example/x' }],
  ])('%s is the same everywhere', async (_, input) => {
    const twin = sandbox.twin(vendor.name);
    const results = [];
    for (const surface of surfaces) {
      twin.reset();
      const outcome = await surface.call(customCall(vendor), input, 1000);
      const requests = twin.requests.map(({ method, path: called, query, body }) => ({ method, called, query, body }));
      results.push({ requests, outcome: 'code' in outcome ? outcome.code : outcome });
    }
    const [wanted, ...others] = results;
    expect(wanted?.requests.length).toBe(input.path === path ? wanted?.requests.length : 0);
    for (const result of others) expect(result).toEqual(wanted);
  });
});
