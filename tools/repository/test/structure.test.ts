import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

const sourcesOf = (folder: string): string[] =>
  globSync(`${folder}/{src,nodes,credentials}/**/*.ts`, { cwd: root, exclude: ['**/node_modules/**'] }).filter(
    (file) => !/\.test\.ts$|\/testing\//.test(file),
  );

const importForms =
  /^(?:import|export)\b[^;'=]*\bfrom '([^']+)';|^import '([^']+)';|\b(?:import|require)\('([^']+)'\)/gm;

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(importForms)].map(
    ([, named, bare, called]) => (named ?? bare ?? called) as string,
  );

/** Bare imports that each package's sources may have. Arrows point one way: towards the core. */
const allowed: Readonly<Record<string, readonly RegExp[]>> = {
  'packages/core': [],
  'packages/node': [/^@patchbay\/core$/, /^axios$/, /^node:/],
  'packages/sandbox': [/^@patchbay\/core$/, /^hono(\/|$)/, /^@hono\/node-server/, /^commander$/, /^node:/],
  'packages/n8n-kit': [/^@patchbay\/core$/, /^n8n-workflow$/],
  'packages/n8n-nodes-nifty': [/^@patchbay\/(core|n8n-kit)$/, /^n8n-workflow$/],
  'packages/n8n-nodes-vcita': [/^@patchbay\/(core|n8n-kit)$/, /^n8n-workflow$/],
  'packages/n8n-nodes-vplan': [/^@patchbay\/(core|n8n-kit)$/, /^n8n-workflow$/],
  // The editor's half is bundled while the package is built.
  'packages/node-red-kit': [/^@patchbay\/(core|node)$/, /^node-red$/, /^tsdown$/, /^node:/],
  'packages/node-red-nifty': [/^@patchbay\/(core|node-red-kit)$/],
  'packages/node-red-vcita': [/^@patchbay\/(core|node-red-kit)$/],
  'packages/node-red-vplan': [/^@patchbay\/(core|node|node-red-kit)$/, /^node-red$/, /^node:/],
};

describe('imports point towards the core', () => {
  test('every package is covered', () => {
    const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
    expect(Object.keys(allowed).sort()).toEqual(packages.sort());
  });

  test.each(Object.entries(allowed))('%s', (folder, rules) => {
    const files = sourcesOf(folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      for (const name of importsOf(file).filter((name) => !name.startsWith('.')))
        expect(
          rules.some((rule) => rule.test(name)),
          `${file} imports ${name}`,
        ).toBe(true);
  });

  test('definitions know nothing of the engine, vendors only the definition language', () => {
    const into = (file: string): string[] =>
      importsOf(file).map((name) => relative(join(root, 'packages/core/src'), join(root, dirname(file), name)));
    for (const file of sourcesOf('packages/core')) {
      const place = relative('packages/core/src', file);
      const vendor = /^vendors\/([^/]+)\//.exec(place)?.[1];
      if (!place.startsWith('define/') && !vendor) continue;
      for (const target of into(file))
        expect(target, file).toMatch(vendor ? new RegExp(`^(define|vendors/${vendor})/`) : /^define\//);
    }
  });

  test('nothing leaves its own package by a relative path', () => {
    for (const folder of Object.keys(allowed))
      for (const file of sourcesOf(folder))
        for (const name of importsOf(file).filter((name) => name.startsWith('.')))
          expect(join(dirname(file), name).startsWith(`${folder}/`), `${file} imports ${name}`).toBe(true);
  });
});

describe('vendor folders have the same shape', () => {
  const vendors = join(root, 'packages/core/src/vendors');
  const folders = readdirSync(vendors, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  test.each(folders.map(({ name }) => name))('%s', (name) => {
    for (const file of ['vendor.ts', 'auth.ts', 'pagination.ts', 'events.ts', 'errors.ts'])
      expect(existsSync(join(vendors, name, file)), file).toBe(true);
    for (const file of readdirSync(join(vendors, name, 'resources')))
      expect(readFileSync(join(vendors, name, 'resources', file), 'utf8'), file).toMatch(
        /export const \w+ = defineResource\(/,
      );
  });

  test('definitions hold data, never functions', () => {
    for (const file of globSync('packages/core/src/vendors/*/resources/*.ts', { cwd: root }))
      expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/=>|function /);
  });
});

test('no file is named utils, helpers, common or manager', () => {
  const files = globSync('{packages,apps,tools}/**/*.{ts,mjs,js}', {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**'],
  });
  expect(files.filter((file) => /(^|[/.-])(utils?|helpers?|common|manager)\.[^/]*$/.test(file))).toEqual([]);
});
