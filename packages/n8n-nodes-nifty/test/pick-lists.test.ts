import { type Bench, chosen, startBench } from '@patchbay/n8n-suite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subject } from './installed.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await startBench(subject);
  for (let index = 0; index < 160; index++) {
    const status = bench.found('taskgroup', 'Brief');
    const member = bench.found('member', 'Ana Duarte');
    bench.twin.act('createTask', { name: `Poster ${index}`, taskgroup_id: status.id, member_id: member.id });
  }
});
afterAll(() => bench.close());

test('projects are offered by name', async () => {
  const { results } = await bench.search('project');
  const active = bench.twin.rows('project').filter(({ archived }) => archived !== true);
  expect(results.length).toBeGreaterThan(1);
  for (const { name, value } of results) expect(active).toContainEqual(expect.objectContaining({ id: value, name }));
});

test('the tasks of a project are offered to the last, far beyond the first hundred', async () => {
  const project = bench.found('project', 'Lumen rebrand');
  const offered = await bench.searchAll('task', { project_id: chosen(project.id) });
  const own = bench.twin.rows('task').filter((task) => task.project === project.id && task.task === null);
  expect(own.length).toBeGreaterThan(160);
  const names = offered.map(({ name }) => name);
  for (let index = 0; index < 160; index++)
    expect(names.filter((name) => name.endsWith(` Poster ${index}`))).toHaveLength(1);
  expect(new Set(offered.map(({ value }) => value)).size).toBe(offered.length);
});

test('what is typed narrows the tasks down, though Nifty cannot search', async () => {
  const { id } = bench.found('project', 'Lumen rebrand');
  const { results } = await bench.search('task', { project_id: chosen(id) }, 'poster 159');
  expect(results.map(({ name }) => name)).toEqual([expect.stringMatching(/^LUM-\d+ Poster 159$/)]);
});

test('statuses are offered of the project that the form names, and it is asked for first', async () => {
  const { id } = bench.found('project', 'Lumen rebrand');
  const { results } = await bench.search('taskgroup', { project_id: chosen(id) });
  const own = bench.twin.rows('taskgroup').filter(({ project, archived }) => project === id && archived !== true);
  expect(results.map(({ value }) => value)).toEqual(own.map((status) => status.id));
  await expect(bench.search('taskgroup')).rejects.toThrow('Choose Project first');
});

test('the trigger offers the apps that a webhook can belong to', async () => {
  const { results } = await bench.n8n.searchList({ type: 'niftyTrigger', parameters: {}, method: 'searchApp' });
  expect(results).toEqual(bench.twin.rows('app').map(({ id, name }) => ({ name, value: id })));
});
