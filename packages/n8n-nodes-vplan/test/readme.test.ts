import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Vplan } from '../nodes/Vplan/Vplan.node.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('every operation that the README names is in the menus, under that name', () => {
  const [resource, ...others] = new Vplan().description.properties;
  const resources = (resource?.options ?? []) as { name: string; value: string }[];
  const rows = [...readme.matchAll(/^\| (\w+) \| ((?:Get|Create)[\w ,]*) \|$/gm)];
  expect(rows.length).toBeGreaterThan(0);
  for (const [, label, operations] of rows) {
    const { value } = resources.find(({ name }) => name === label) ?? {};
    const menu = others.find((property) => property.displayOptions?.show?.resource?.[0] === value);
    const offered = (menu?.options ?? []).map(({ name }) => name);
    expect(offered, label).toEqual(expect.arrayContaining(operations?.split(', ') ?? []));
  }
});

test('the examples that the README points to exist', () => {
  const linked = [...readme.matchAll(/n8n-nodes-vplan\/(examples\/[\w-]+\.json)/g)].map(([, file]) => file as string);
  expect(linked).toHaveLength(2);
  for (const file of linked) expect(existsSync(join(root, file)), file).toBe(true);
});
