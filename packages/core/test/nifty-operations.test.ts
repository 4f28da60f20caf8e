import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Resource } from '../src/define/resource.ts';
import { grantCalls } from '../src/project/grant-calls.ts';
import { nifty } from '../src/vendors/nifty/vendor.ts';

/** Calls that Nifty's API is known to have, by resource; the one of `oauth` is made by connecting. */
const known: Readonly<Record<string, number>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'nifty-operations.json'), 'utf8'),
);
const resources: readonly Resource[] = Object.values(nifty.resources);

/** Completing and reopening a task is one call of Nifty: routes are counted, not operations. */
const routesOf = ({ operations }: Resource): string[] => [
  ...new Set(Object.values(operations).flatMap((operation) => ('route' in operation ? [operation.route] : []))),
];

test('every call that Nifty is known to have is described, and no other', () => {
  const described: Record<string, number> = {
    ...Object.fromEntries(resources.map((resource) => [resource.name, routesOf(resource).length])),
    oauth: grantCalls(nifty).filter(({ method }) => method === 'POST').length,
  };
  const names = [...new Set([...Object.keys(known), ...Object.keys(described)])];
  const differences = names
    .filter((name) => known[name] !== described[name])
    .map((name) => `${name}: ${known[name] ?? 0} calls are known, ${described[name] ?? 0} are described`);
  expect(differences).toEqual([]);
});

test('every route carries the version of its own call', () => {
  for (const route of resources.flatMap(routesOf)) expect(route).toMatch(/^[A-Z]+ \/api\/(v1\.0|v2\.0|v3)\/[a-z]/);
});

test('folders are called in v2, the newer reading of documents in v3, everything else in v1', () => {
  const versionsOf = (name: keyof typeof nifty.resources): string[] => [
    ...new Set(routesOf(nifty.resources[name]).map((route) => route.split('/')[2] as string)),
  ];
  expect(versionsOf('folder')).toEqual(['v2.0']);
  expect(versionsOf('document')).toEqual(['v1.0', 'v3']);
  expect(versionsOf('task')).toEqual(['v1.0']);
});

test('what several programs call but Nifty does not have is not there', () => {
  const routes = resources.flatMap(routesOf).join('\n');
  for (const wrong of [
    '/timelogs',
    '/activity',
    '/activities',
    '/comments',
    '/subtasks',
    'v1.0/folders',
    'v1.0/documents',
  ])
    expect(routes).not.toContain(wrong);
  expect(routes).not.toContain('DELETE /api/v1.0/tasks/{task_id}/complete');
});
