import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { goodPackage, misbehavingNode } from './fixtures/packages.mjs';
import { lintFolder, lintPublished } from './lint.mjs';

const cli = fileURLToPath(new URL('./cli.mjs', import.meta.url));
const folders = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Writes a package into a temporary folder; a file given as undefined is left out. */
function packageWith(changes) {
  const folder = mkdtempSync(join(tmpdir(), 'n8n-lint-'));
  folders.push(folder);
  for (const [path, content] of Object.entries({ ...goodPackage, ...changes })) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const rulesOf = (findings) => findings.map(({ rule }) => rule);
const manifestWith = (changes) => JSON.stringify({ ...JSON.parse(goodPackage['package.json']), ...changes }, null, 2);

describe('the sources of a package', () => {
  it('have no finding when they follow the rules', async () => {
    expect(await lintFolder(packageWith({}))).toEqual([]);
  });

  it('may not reach for the process or a timer, and the finding says where', async () => {
    const findings = await lintFolder(packageWith({ 'nodes/Acme/Acme.node.ts': misbehavingNode }));
    const globals = findings.filter(({ rule }) => rule === '@n8n/community-nodes/no-restricted-globals');
    expect(globals.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'nodes/Acme/Acme.node.ts:5',
      'nodes/Acme/Acme.node.ts:6',
    ]);
  });

  it('cannot hide a finding behind a comment', async () => {
    const hidden = `/* eslint-disable */\n${misbehavingNode}`;
    const findings = await lintFolder(packageWith({ 'nodes/Acme/Acme.node.ts': hidden }));
    expect(rulesOf(findings)).toContain('@n8n/community-nodes/no-restricted-globals');
  });

  it('need the icon that the node names', async () => {
    const findings = await lintFolder(packageWith({ 'icons/acme.svg': undefined }));
    expect(rulesOf(findings)).toContain('@n8n/community-nodes/icon-validation');
  });

  it('are held to the texts of n8n nodes', async () => {
    const node = goodPackage['nodes/Acme/Acme.node.ts'].replace('Max number of results to return', 'How many');
    const findings = await lintFolder(packageWith({ 'nodes/Acme/Acme.node.ts': node }));
    expect(rulesOf(findings)).toEqual(['n8n-nodes-base/node-param-description-wrong-for-limit']);
  });

  it('are held to the names of n8n credentials', async () => {
    const credential = goodPackage['credentials/AcmeApi.credentials.ts'].replace("'Acme API'", "'Acme'");
    const findings = await lintFolder(packageWith({ 'credentials/AcmeApi.credentials.ts': credential }));
    expect(rulesOf(findings)).toEqual(['n8n-nodes-base/cred-class-field-display-name-missing-api']);
  });

  it('may not have a dependency or an override', async () => {
    const manifest = manifestWith({ dependencies: { axios: '1.0.0' }, overrides: { axios: '1.0.1' } });
    const findings = await lintFolder(packageWith({ 'package.json': manifest }));
    expect(rulesOf(findings)).toEqual(
      expect.arrayContaining([
        '@n8n/community-nodes/no-runtime-dependencies',
        '@n8n/community-nodes/no-overrides-field',
      ]),
    );
  });

  it('count with warnings too', async () => {
    const findings = await lintFolder(packageWith({ 'package.json': manifestWith({ homepage: undefined }) }));
    expect(rulesOf(findings)).toEqual(['@n8n/community-nodes/require-homepage']);
  });
});

describe('published JavaScript', () => {
  it('has no finding when it follows the rules', async () => {
    expect(await lintPublished(packageWith({}))).toEqual([]);
  });

  it('may not use a timer, the process or Node, in any module format', async () => {
    const folder = packageWith({
      'package.json': undefined,
      'dist/index.cjs': "exports.wait = () => setTimeout(() => {}, 1);\nexports.fs = require('node:fs');\n",
      'dist/index.mjs': 'export const home = () => process.env.HOME;\n',
    });
    expect(await lintPublished(join(folder, 'dist'))).toMatchObject([
      { file: 'index.cjs', line: 1, rule: '@n8n/community-nodes/no-restricted-globals' },
      { file: 'index.cjs', line: 2, rule: '@n8n/community-nodes/no-restricted-imports' },
      { file: 'index.mjs', line: 1, rule: '@n8n/community-nodes/no-restricted-globals' },
    ]);
  });

  it('is not taken for clean when it was not built', async () => {
    const folder = packageWith({ 'dist/nodes/Acme/Acme.node.js': undefined });
    await expect(lintPublished(folder)).rejects.toThrow('run its build first');
  });
});

// Each starts a process that loads TypeScript and every rule: two seconds, more on a busy machine.
describe('the command', { timeout: 60_000 }, () => {
  it('ends with a summary and succeeds when there is nothing to say', () => {
    const output = execFileSync(process.execPath, [cli, packageWith({})], { encoding: 'utf8' });
    expect(output).toBe('n8n rules: 0 findings in 5 files\n');
  });

  it('prints each finding once and fails', () => {
    const folder = packageWith({ 'package.json': manifestWith({ dependencies: { axios: '1.0.0' } }) });
    const { status, stdout } = spawnSync(process.execPath, [cli, folder], { encoding: 'utf8' });
    expect(stdout).toMatch(
      /^package\.json:\d+ @n8n\/community-nodes\/no-runtime-dependencies .+\nn8n rules: 1 findings in 5 files\n$/,
    );
    expect(status).toBe(1);
  });

  it('says what is missing when the folder holds no package', () => {
    const { status, stderr } = spawnSync(process.execPath, [cli, tmpdir()], { encoding: 'utf8' });
    expect(stderr).toContain('name a package folder');
    expect(status).toBe(2);
  });
});
