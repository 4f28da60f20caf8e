import { type Bench, chosen, startBench } from '@patchbay/n8n-suite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subject } from './installed.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await startBench(subject);
  for (let index = 0; index < 120; index++)
    bench.twin.act('newLead', { name: `Lead ${index}`, email: `lead${index}@example.com`, request: 'Prices' });
});
afterAll(() => bench.close());

test('clients are offered to the last, beyond the first hundred', async () => {
  const offered = await bench.searchAll('client');
  expect(offered.length).toBeGreaterThan(120);
  expect(new Set(offered.map(({ value }) => value))).toEqual(new Set(bench.twin.rows('client').map(({ id }) => id)));
});

test('what is typed is looked for by vcita', async () => {
  bench.sent();
  const { results } = await bench.search('client', {}, 'lead117');
  expect(results.map(({ name }) => name)).toEqual([expect.stringContaining('lead117@example.com')]);
  expect(bench.sent().map(({ query }) => query.search_term)).toEqual(['lead117']);
});

test('matters are offered of the client that the form names, and it is asked for first', async () => {
  const { id } = bench.found('client', 'nora.kavanagh@example.com', 'email');
  const { results } = await bench.search('matter', { client_id: chosen(id) });
  expect(results.map(({ value }) => value)).toEqual(
    bench.twin.rows('matter').flatMap((matter) => (matter.client_id === id ? [matter.id] : [])),
  );
  await expect(bench.search('matter')).rejects.toThrow('Choose Client first');
});

test('services and staff are offered by name', async () => {
  const services = await bench.searchAll('service');
  expect(services.map(({ name }) => name)).toContain('Physiotherapy, 45 min');
  const staff = await bench.searchAll('staff');
  expect(staff.map(({ value }) => value).sort()).toEqual(
    bench.twin
      .rows('staff')
      .map(({ id }) => id)
      .sort(),
  );
});
