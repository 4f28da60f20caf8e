import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Vplan } from '../nodes/Vplan/Vplan.node.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the README names every resource with every operation, as the menus do', () => {
  const { properties } = new Vplan().description;
  const [resource, ...others] = properties;
  for (const { name, value } of (resource?.options ?? []) as { name: string; value: string }[]) {
    const menu = others.find((property) => property.displayOptions?.show?.resource?.[0] === value);
    const operations = (menu?.options ?? []).map((operation) => operation.name).join(', ');
    expect(readme).toContain(`| ${name} | ${operations} |`);
  }
});

test('the examples that the README points to exist', () => {
  const linked = [...readme.matchAll(/n8n-nodes-vplan\/(examples\/[\w-]+\.json)/g)].map(([, file]) => file as string);
  expect(linked).toHaveLength(2);
  for (const file of linked) expect(existsSync(join(root, file)), file).toBe(true);
});
