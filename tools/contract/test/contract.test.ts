import { type Input, type InputValues, type Operation, operationOf, operationsOf } from '@patchbay/core';
import { type RequestRecord, type Sandbox, startSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientSurface } from '../src/client-surface.ts';
import { n8nSurface } from '../src/n8n-surface.ts';
import { nodeRedSurface } from '../src/node-red-surface.ts';
import { vendorPackages } from '../src/packages.ts';
import { refusedInput } from '../src/refused-input.ts';
import { type Samples, sampleInput } from '../src/sample-input.ts';
import { type Scene, scenes } from '../src/scenes.ts';
import type { Outcome, Surface } from '../src/surface.ts';

/** Codes of an answer of the vendor that a request may meet although it is right. */
const vendorsOwn = /^(BAD_REQUEST|UNPROCESSABLE|NOT_FOUND|CONFLICT|FORBIDDEN|REFUSED)$/;

describe.each(vendorPackages)('$vendor.label', ({ vendor, n8n, nodeRed }) => {
  const operations = [...operationsOf(vendor).values()];
  const cases = operations.map((operation) => [operation.key, operation] as const);
  let sandbox: Sandbox;
  let surfaces: readonly Surface[];
  const refused = new Set<string>();

  const twin = () => sandbox.twin(vendor.name);

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

  // The boundary of a form is random, and so is where the sandbox keeps its file.
  const settled = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value ?? null).replace(/patchbay-[\da-f]{32}|[\da-f-]{36}(?=\/plan\.txt)/g, '…'));
  const asSent = ({ method, path, query, headers, body }: RequestRecord) => ({
    method,
    path,
    query,
    ...(settled({ headers, body }) as object),
  });

  /** What one surface sends and gets for an input, with the vendor as it is when new. */
  const tryOn = async (surface: Surface, operation: Operation, which: 'required' | 'all' | 'refused') => {
    twin().reset();
    await makeSamples();
    const scene = which === 'refused' ? undefined : scenes[`${vendor.name}.${operation.key}`];
    const inputOf = (one: Operation, its: Scene | undefined): InputValues => {
      const sample = which === 'refused' ? refusedInput(one) : sampleInput(one, samples(), which);
      return its?.input ? its.input(sample, samples()) : sample;
    };
    if (scene?.after) {
      const earlier = operationOf(vendor, scene.after);
      await surfaces[0]?.call(earlier, inputOf(earlier, scenes[`${vendor.name}.${scene.after}`]), 3);
    }
    const before = twin().requests.length;
    const input = inputOf(operation, scene);
    const outcome: Outcome = await surface.call(operation, input, 3);
    return { requests: twin().requests.slice(before).map(asSent), outcome: settled(outcome) as Outcome };
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ vendors: [vendor], now: () => Date.parse('2026-11-22T09:00:00Z') });
    surfaces = [clientSurface(vendor, twin()), n8nSurface(n8n, twin()), await nodeRedSurface(vendor, nodeRed, twin())];
  });
  afterAll(async () => {
    for (const surface of surfaces) await surface.close();
    await sandbox.close();
  });

  describe.each(['required', 'all'] as const)('with %s inputs', (which) => {
    test.each(cases)('%s sends the same and gives the same everywhere', async (_, operation) => {
      const [reference, ...others] = surfaces as [Surface, ...Surface[]];
      const wanted = await tryOn(reference, operation, which);
      // The vendor may refuse what a sample puts together, but it must have been asked, and take one of the two.
      if ('code' in wanted.outcome) expect(wanted.outcome.code, wanted.outcome.message).toMatch(vendorsOwn);
      if ('code' in wanted.outcome && refused.has(operation.key)) expect.fail(wanted.outcome.message);
      if ('code' in wanted.outcome) refused.add(operation.key);
      expect(wanted.requests.length).toBeGreaterThan(0);
      // Each host words a refusal in its own way.
      const plain = ({ requests, outcome }: Awaited<ReturnType<typeof tryOn>>) => ({
        requests,
        outcome: 'code' in outcome ? outcome.code : outcome,
      });
      for (const surface of others)
        expect(plain(await tryOn(surface, operation, which)), surface.name).toEqual(plain(wanted));
    });
  });

  const isMissing = ({ required, field }: Input): boolean => required && field.default === undefined;
  const refusable = cases.filter(
    ([, operation]) => Object.keys(refusedInput(operation)).length > 0 || operation.inputs.some(isMissing),
  );

  test.each(refusable)('%s with a wrong input is refused everywhere, and nothing is sent', async (_, operation) => {
    const wrong = refusedInput(operation);
    const missing = operation.inputs.filter(
      ({ name, required, field }) => required && field.default === undefined && !(name in wrong),
    );
    for (const surface of surfaces) {
      const { requests, outcome } = await tryOn(surface, operation, 'refused');
      expect(requests, surface.name).toEqual([]);
      const { code, message } = outcome as { code: string; message: string };
      // n8n looks at its form first, and does not begin while something required is empty.
      const refusedByHost = code === 'HOST' && missing.length > 0;
      if (!refusedByHost) expect(outcome, surface.name).toMatchObject({ code: 'INPUT' });
      // A widget such as a choice always has a value in n8n, so it names those that can be empty.
      if (refusedByHost) expect(missing.some(({ label }) => message.includes(label.replace(/ ID$/, '')))).toBe(true);
      else for (const { name } of missing) expect(message, surface.name).toContain(name);
      if (!refusedByHost) for (const name of Object.keys(wrong)) expect(message, surface.name).toContain(name);
    }
  });
});
