import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lintFolder } from '@patchbay/n8n-lint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VplanApi } from '../credentials/VplanApi.credentials.ts';
import { Vplan } from '../nodes/Vplan/Vplan.node.ts';
import { VplanTrigger } from '../nodes/VplanTrigger/VplanTrigger.node.ts';

const root = join(import.meta.dirname, '..');
let folder: string;

/**
 * What n8n's rules would have otherwise, each for a reason: names of JSON keys in upper case, vPlan's name with a capital, and
 * no mask over a field called `key`, which is the API key.
 */
const spared = (_: string, value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .replace(/\{[\w, …]+\}/g, '{…}')
        .replace(/^vPlan\b/, 'VPlan')
        .replace(/^key$/, 'apiKey')
    : value;

/** As it would stand in a source file, for n8n's rules read literals with plain keys. */
const literal = (value: unknown): string =>
  JSON.stringify(value, spared, 2).replace(/^(\s*)"([A-Za-z_]\w*)":/gm, '$1$2:');

const write = (file: string, replace: (source: string) => string): void => {
  const target = join(folder, file);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, replace(readFileSync(join(root, file), 'utf8')));
};

/** The source of a class with its derived properties written out. */
const withProperties = (properties: unknown) => (source: string) =>
  source
    .replace(/\b(node|trigger|credential)Properties\([^)]*\)/, () => literal(properties))
    .replace(/\b(node|trigger|credential)Properties,? ?/, '');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-derived-'));
  for (const file of ['package.json', 'icons/vplan.svg', 'icons/vplan.dark.svg', 'nodes/Vplan/Vplan.node.json'])
    write(file, (source) => source);
  write('nodes/Vplan/Vplan.node.ts', withProperties(new Vplan().description.properties));
  write('nodes/VplanTrigger/VplanTrigger.node.ts', withProperties(new VplanTrigger().description.properties));
  write('credentials/VplanApi.credentials.ts', withProperties(new VplanApi().properties));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("n8n's rules find nothing in the derived forms, written out as source", async () => {
  expect(readFileSync(join(folder, 'nodes/Vplan/Vplan.node.ts'), 'utf8')).toContain('Get many boards');
  expect(
    (await lintFolder(folder)).map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`),
  ).toEqual([]);
});

test('they would find a name that is not in title case', async () => {
  write('nodes/Vplan/Vplan.node.ts', (source) =>
    withProperties(new Vplan().description.properties)(source).replace('"Return All"', '"Return all"'),
  );
  expect((await lintFolder(folder)).map(({ rule }) => rule)).toContain(
    'n8n-nodes-base/node-param-display-name-miscased',
  );
});
