import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadPackage } from '@patchbay/n8n-engine';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { bytes, countOf, operationsIn } from './form-size.ts';
import { shareOfWorkflow } from './load-time.ts';
import { packInto } from './pack.ts';
import { credentialsOf, packageName, type Subject } from './subject.ts';

/** What a package may cost. */
export interface Budget {
  /** Of the tarball */
  readonly packedKilobytes: number;
  /** Of all of a node's form */
  readonly formBytes: number;
}

/** The built package: that n8n finds everything in it, what is packed, and what it costs. */
export const checkPackage = (subject: Subject, budget: Budget): void => {
  const { vendor, folder, nodes, trigger } = subject;
  const credentials = credentialsOf(subject);
  const { packedKilobytes, formBytes } = budget;
  const require = createRequire(join(folder, 'package.json'));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const entries: string[] = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
  const forms = nodes.map(({ description }) => ({ name: description.displayName, properties: description.properties }));

  test('each file that n8n is pointed to exports the class of its name', () => {
    const classes = [...nodes, trigger, ...credentials].map((one) => one.constructor.name);
    expect(entries.map((entry) => basename(entry).split('.')[0]).sort()).toEqual(classes.sort());
    for (const entry of entries) {
      const [name] = basename(entry).split('.') as [string];
      expect(require(join(folder, entry))[name]?.name).toBe(name);
    }
  });

  test('each way to authenticate has its credential, and every node takes all of them', () => {
    const [first = '', ...others] = Object.keys(vendor.auth);
    expect(Object.keys(subject.otherCredentials)).toEqual(others);
    const taken = [first, ...others].map((scheme, index) => ({
      name: credentials[index]?.name,
      required: true,
      displayOptions: { show: { authentication: [scheme] } },
    }));
    for (const { description } of [...nodes, trigger]) expect(description.credentials).toEqual(taken);
  });

  test('the built package needs nothing but n8n-workflow', () => {
    expect(manifest.dependencies).toBeUndefined();
    const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    const required = files
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => [...readFileSync(join(folder, 'dist', file), 'utf8').matchAll(/require\("([^."][^"]*)"\)/g)])
      .map(([, name]) => name);
    expect([...new Set(required)]).toEqual(['n8n-workflow']);
  });

  test("n8n's own loader finds the nodes, their icons and their place in the menu, and the credentials", async () => {
    const loaded = await loadPackage(folder);
    const root = `icons/${packageName(subject)}/`;
    const icons = {
      light: `${root}dist/icons/${vendor.name}.svg`,
      dark: `${root}dist/icons/${vendor.name}.dark.svg`,
    };
    const codex = { categories: ['Productivity'] };
    const names = [...nodes, trigger].map(({ description }) => description.name);
    expect(loaded.nodes).toMatchObject([
      ...nodes.map(({ description }) => ({ name: description.name, iconUrl: icons, codex, usableAsTool: true })),
      { name: trigger.description.name, iconUrl: icons, codex },
    ]);
    expect(loaded.credentials).toHaveLength(credentials.length);
    expect(loaded.credentials).toEqual(
      expect.arrayContaining(
        credentials.map(({ name }) => expect.objectContaining({ name, iconUrl: icons, supportedNodes: names })),
      ),
    );
    for (const icon of Object.values(icons)) statSync(join(folder, icon.replace(root, '')));
    const [light, dark] = Object.values(icons).map((icon) =>
      readFileSync(join(folder, icon.replace(root, '')), 'utf8'),
    );
    expect(light).not.toBe(dark);
  });

  test('the built nodes and credentials have the forms of the sources', () => {
    const built = entries.flatMap((entry) =>
      Object.values<new () => INodeType | ICredentialType>(require(join(folder, entry))),
    );
    const formOf = (one: INodeType | ICredentialType) =>
      'description' in one ? one.description.properties : one.properties;
    for (const source of [...nodes, trigger, ...credentials]) {
      const Built = built.find(({ name }) => name === source.constructor.name);
      expect(Built && formOf(new Built()), source.constructor.name).toEqual(formOf(source));
    }
  });

  test(`the packed package has what it needs, at most ${packedKilobytes} KB of it`, async () => {
    const target = mkdtempSync(join(tmpdir(), 'patchbay-packed-'));
    const tarball = await packInto(folder, target);
    const size = statSync(tarball).size;
    const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
    rmSync(target, { recursive: true });
    expect(size).toBeLessThanOrEqual(packedKilobytes * 1024);
    expect(files).toEqual(expect.arrayContaining(entries.map((entry) => `package/${entry}`)));
    expect(files).toEqual(expect.arrayContaining(['package/README.md', 'package/LICENSE', 'package/package.json']));
    expect(files.filter((file) => /test|\.map$|tsconfig/.test(file))).toEqual([]);
  });

  test.each(forms)('$name: the form costs at most its budget, and 300 bytes a property', ({ properties }) => {
    expect(bytes(properties)).toBeLessThanOrEqual(formBytes);
    expect(bytes(properties) / countOf(properties)).toBeLessThanOrEqual(300);
  });

  test('the form of the main node costs at most 900 bytes for each operation in it', () => {
    const [main] = forms as [(typeof forms)[0]];
    expect(bytes(main.properties) / operationsIn(main.properties)).toBeLessThanOrEqual(900);
  });

  test("the trigger's form costs at most 130 bytes an event, and 1200 for what it asks besides", () => {
    expect(bytes(trigger.description.properties)).toBeLessThanOrEqual(1200 + 130 * vendor.events.length);
  });

  const load = `for (const path of ${JSON.stringify(entries)})
    for (const Class of Object.values(require('./' + path))) new Class();`;

  // Measured: 0.03 to 0.05. The figure itself is the bench's; this notices when it doubles.
  test('loading all of it takes at most a twelfth of the time that n8n-workflow takes', () => {
    expect(shareOfWorkflow(folder, load)).toBeLessThanOrEqual(1 / 12);
  });

  test('the forms are made in at most a third of that time, and once', () => {
    const form = `
      const made = ${JSON.stringify(manifest.n8n.nodes)}
        .flatMap((path) => Object.values(require('./' + path)))
        .map((Class) => new Class().description);
      const start = performance.now();
      for (const description of made) description.properties;
      return performance.now() - start;`;
    expect(shareOfWorkflow(folder, form)).toBeLessThanOrEqual(1 / 3);
    for (const { description } of nodes) expect(description.properties).toBe(description.properties);
  });
};
