import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Evidence, listOperations, type Operation, operationsOf, vplan } from '../src/index.ts';

/** Operations of the catalogue by the resource that has them here; the two of OAuth are made by connecting. */
const catalogue = JSON.parse(readFileSync(join(import.meta.dirname, 'vplan-operations.json'), 'utf8')) as Record<
  string,
  number
>;

const operations = [...operationsOf(vplan).values()];
const isDownload = ({ definition }: Operation): boolean => definition.returns === 'file';

test('vPlan has every operation of its catalogue, resource by resource', () => {
  const downloads = operations.filter(isDownload).map(({ key }) => key);
  const counts: Record<string, number> = {};
  for (const { resource, operation, composite } of listOperations([vplan]))
    if (!composite && !downloads.includes(`${resource}.${operation}`)) counts[resource] = (counts[resource] ?? 0) + 1;
  const names = [...new Set([...Object.keys(catalogue), ...Object.keys(counts)])].sort();
  const differing = names
    .filter((name) => (catalogue[name] ?? 0) !== (counts[name] ?? 0))
    .map((name) => `${name}: ${catalogue[name] ?? 0} in the catalogue, ${counts[name] ?? 0} in the definitions`);
  expect(differing).toEqual([]);
});

test('no two operations of vPlan send the same call, but for a link beside an upload and a record beside its download', () => {
  const takesFile = ({ inputs }: Operation): boolean => inputs.some(({ field }) => field.kind === 'file');
  const plain = operations.filter(
    (operation) => !operation.composite && !isDownload(operation) && !takesFile(operation),
  );
  const routes = plain.map(({ method, path }) => `${method} ${path}`);
  expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([]);
});

test('a record can be created or updated by its external reference wherever vPlan takes one for a new record', () => {
  const takesReference = operations.filter(
    ({ name, inputs }) => name === 'create' && inputs.some((input) => input.name === 'external_ref'),
  );
  const composites = operations.filter(({ composite }) => composite?.definition.by.includes('external_ref'));
  expect(composites.map(({ resource }) => resource.name).sort()).toEqual(
    takesReference.map(({ resource }) => resource.name).sort(),
  );
});

test('a composite operation is no better supported than the weakest of its parts', () => {
  const worst: readonly Evidence[] = ['inferred', 'partly', 'documented'];
  for (const { key, definition, composite } of operations) {
    if (!composite) continue;
    const parts = [composite.find, composite.create, ...(composite.update ? [composite.update] : [])];
    const weakest = Math.min(...parts.map((part) => worst.indexOf(part.definition.evidence)));
    expect(worst.indexOf(definition.evidence), key).toBeLessThanOrEqual(weakest);
  }
});

test('an update that may come back empty is read again', () => {
  const updates = operations.filter(({ name, composite }) => name === 'update' && !composite);
  expect(updates.filter(({ definition }) => definition.readBack !== 'whenEmpty').map(({ key }) => key)).toEqual([]);
});
