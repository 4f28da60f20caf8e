import { existsSync, globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const require = createRequire(import.meta.url);
const n8nNodesBase = loadNodesBase();

const SOURCES = ['package.json', '{nodes,credentials}/**/*.{ts,json}'];
const JAVASCRIPT = '**/*.{js,mjs,cjs}';

/** The rules a community package's sources meet in `n8n-node lint`. */
const sourceConfig = [
  n8nCommunityNodesPlugin.configs.recommended,
  { rules: { 'no-console': 'error' } },
  { plugins: { 'n8n-nodes-base': n8nNodesBase } },
  { files: ['**/*.{ts,json}'], languageOptions: { parser: tseslint.parser } },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts'] })),
  { files: ['package.json'], rules: n8nNodesBase.configs.community.rules },
  {
    files: ['credentials/**/*.ts'],
    rules: {
      ...n8nNodesBase.configs.credentials.rules,
      // Made for the nodes inside n8n, whose documentationUrl is a slug; ours is a URL.
      'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
      // Its successor is credential-password-field.
      'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
    },
  },
  {
    files: ['nodes/**/*.ts'],
    rules: {
      ...n8nNodesBase.configs.nodes.rules,
      // They ask for 'main' where node-connection-type-literal asks for NodeConnectionTypes.Main.
      'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
      'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
      // A vendor may really have a maximum page size.
      'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
    },
  },
];

/** Under vitest, NODE_ENV is `test`; this plugin would then take every file for a case of its own tests. */
function loadNodesBase() {
  const { NODE_ENV } = process.env;
  delete process.env.NODE_ENV;
  try {
    return require('eslint-plugin-n8n-nodes-base');
  } finally {
    if (NODE_ENV !== undefined) process.env.NODE_ENV = NODE_ENV;
  }
}

/** The scanner makes a temporary folder for downloads when it is loaded, and leaves it behind: here it downloads nothing. */
function loadScanner() {
  const scanner = require.resolve('@n8n/scan-community-package/scanner/scanner.mjs');
  const tmp = createRequire(scanner)('tmp');
  const { dirSync } = tmp;
  tmp.dirSync = () => ({ name: tmpdir() });
  try {
    return require(scanner);
  } finally {
    tmp.dirSync = dirSync;
  }
}

async function findingsIn(folder, files, config) {
  const eslint = new ESLint({
    cwd: folder,
    // Comments that switch a rule off do not count for n8n's reviewers either.
    allowInlineConfig: false,
    overrideConfigFile: true,
    overrideConfig: config,
  });
  const results = await eslint.lintFiles(files);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => ({
      file: relative(folder, filePath),
      line: line ?? 0,
      rule: ruleId ?? 'not-parsed',
      message,
    })),
  );
}

function filesIn(folder, patterns) {
  return globSync(patterns, { cwd: folder, exclude: ['**/node_modules/**'] }).sort();
}

function publishedFilesIn(folder) {
  const isPackage = existsSync(join(folder, 'package.json'));
  const javascript = filesIn(folder, isPackage ? `dist/${JAVASCRIPT}` : JAVASCRIPT);
  if (javascript.length === 0) throw new Error(`No built JavaScript in ${folder}: run its build first.`);
  return isPackage ? ['package.json', ...javascript] : javascript;
}

/** @type {typeof import('./lint.d.mts').lintFolder} */
export async function lintFolder(folder) {
  const root = resolve(folder);
  if (!existsSync(join(root, 'package.json'))) throw new Error(`No package.json in ${root}: name a package folder.`);
  return findingsIn(root, filesIn(root, SOURCES), sourceConfig);
}

/** @type {typeof import('./lint.d.mts').lintPublished} */
export async function lintPublished(folder) {
  const root = resolve(folder);
  return findingsIn(root, publishedFilesIn(root), await loadScanner().buildScanConfig());
}

/** @type {typeof import('./lint.d.mts').checkedFiles} */
export function checkedFiles(folder) {
  const root = resolve(folder);
  return [...new Set([...filesIn(root, SOURCES), ...publishedFilesIn(root)])];
}
