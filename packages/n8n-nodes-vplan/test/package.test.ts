import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { operationsOf, vplan } from '@patchbay/core';
import { loadPackage } from '@patchbay/n8n-engine';
import type { INodeProperties } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { Vplan } from '../nodes/Vplan/Vplan.node.ts';
import { VplanTrigger } from '../nodes/VplanTrigger/VplanTrigger.node.ts';
import { packInto } from './packed.ts';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries: string[] = [...manifest.n8n.nodes, ...manifest.n8n.credentials];

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const countOf = (properties: readonly INodeProperties[]): number =>
  properties.reduce(
    (sum, { type, options }) => sum + 1 + (type === 'collection' ? countOf(options as INodeProperties[]) : 0),
    0,
  );

test('each file that n8n is pointed to exports the class of its name', () => {
  for (const entry of entries) {
    const [name] = basename(entry).split('.') as [string];
    expect(require(join(root, entry))[name]?.name).toBe(name);
  }
});

test('the built package needs nothing but n8n-workflow', () => {
  expect(manifest.dependencies).toBeUndefined();
  const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
  const required = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [...readFileSync(join(root, 'dist', file), 'utf8').matchAll(/require\("([^."][^"]*)"\)/g)])
    .map(([, name]) => name);
  expect([...new Set(required)]).toEqual(['n8n-workflow']);
});

test("n8n's own loader finds the nodes, their icons and their place in the menu, and the credential", async () => {
  const { nodes, credentials } = await loadPackage(root);
  const icons = {
    light: 'icons/@patchbay/n8n-nodes-vplan/dist/icons/vplan.svg',
    dark: 'icons/@patchbay/n8n-nodes-vplan/dist/icons/vplan.dark.svg',
  };
  expect(nodes).toMatchObject([
    { name: 'vplan', iconUrl: icons, codex: { categories: ['Productivity'] }, usableAsTool: true },
    { name: 'vplanTrigger', iconUrl: icons, codex: { categories: ['Productivity'] } },
  ]);
  expect(credentials).toMatchObject([{ name: 'vplanApi', iconUrl: icons, supportedNodes: ['vplan', 'vplanTrigger'] }]);
  for (const icon of Object.values(icons)) statSync(join(root, icon.replace('icons/@patchbay/n8n-nodes-vplan/', '')));
});

test('the packed package has what it needs, at most 80 KB of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-packed-'));
  const tarball = await packInto(folder);
  const size = statSync(tarball).size;
  const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
  rmSync(folder, { recursive: true });
  expect(size).toBeLessThanOrEqual(80 * 1024);
  expect(files).toEqual(expect.arrayContaining(entries.map((entry) => `package/${entry}`)));
  expect(files).toEqual(expect.arrayContaining(['package/README.md', 'package/LICENSE', 'package/package.json']));
  expect(files.filter((file) => /test|\.map$|tsconfig/.test(file))).toEqual([]);
});

test('the form costs at most 300 bytes a property, and 1,400 an operation', () => {
  const { properties } = new Vplan().description;
  expect(bytes(properties) / countOf(properties)).toBeLessThanOrEqual(300);
  // 900 is the promise for a whole vendor: the fixed parts weigh more on the few and wide operations of the first slice.
  expect(bytes(properties) / operationsOf(vplan).size).toBeLessThanOrEqual(1400);
});

test("the trigger's form costs at most 130 bytes an event", () => {
  expect(bytes(new VplanTrigger().description.properties) / vplan.events.length).toBeLessThanOrEqual(130);
});

test('loading all of it takes at most a tenth of the time that n8n-workflow takes', () => {
  const script = `
    const begin = performance.now();
    require('n8n-workflow');
    const start = performance.now();
    for (const path of ${JSON.stringify(entries)}) for (const Class of Object.values(require('./' + path))) new Class();
    console.log((performance.now() - start) / (start - begin));`;
  const shares = Array.from({ length: 3 }, () =>
    Number(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })),
  );
  expect(Math.min(...shares)).toBeLessThanOrEqual(0.1);
});
