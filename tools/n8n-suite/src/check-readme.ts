import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { credentialsOf, type Subject } from './subject.ts';

const menusOf = ({ description }: INodeType): string[] => {
  const others = description.properties.filter(({ name }) => name === 'operation');
  const resource = description.properties.find(({ name }) => name === 'resource');
  return ((resource?.options ?? []) as { name: string; value: string }[]).map(({ name, value }) => {
    const menu = others.find((property) => property.displayOptions?.show?.resource?.[0] === value);
    return `| ${name} | ${(menu?.options ?? []).map((option) => option.name).join(', ')} |`;
  });
};

/** The README: what it says of the operations, the events and the examples is so. */
export const checkReadme = (subject: Subject): void => {
  const { folder, vendor, nodes } = subject;
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');

  test('the README names every resource with all of its operations, as the menus of each node do', () => {
    const tables = readme.split('| Resource | Operations |').slice(1);
    expect(tables.map((table) => table.split('\n\n')[0]?.split('\n').slice(2))).toEqual(nodes.map(menusOf));
  });

  test('it names each credential and its fields', () => {
    for (const { displayName: name, properties } of credentialsOf(subject)) {
      expect(readme).toContain(`**${name}**`);
      for (const { displayName, type } of properties)
        if (!['hidden', 'notice'].includes(type)) expect(readme).toContain(`| ${displayName} |`);
    }
  });

  test('it says how many events the trigger knows', () => {
    expect(readme).toMatch(new RegExp(`\\b${vendor.events.length}\\b[^.]*events`));
  });

  test('it points to all of the examples', () => {
    const linked = [...readme.matchAll(/\/examples\/([\w-]+\.json)/g)].map(([, file]) => file as string);
    expect(linked.sort()).toEqual(readdirSync(join(folder, 'examples')).sort());
    for (const file of linked) expect(existsSync(join(folder, 'examples', file)), file).toBe(true);
  });
};
