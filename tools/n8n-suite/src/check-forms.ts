import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lintFolder } from '@patchbay/n8n-lint';
import type { ICredentialType, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentialsOf, type Subject, sourceOf } from './subject.ts';

/** What n8n's rules would have otherwise, for a reason: a pattern in a text of the form, and what is looked at in its place. */
export type Spared = readonly [pattern: RegExp, instead: string];

/** Names of JSON keys are in upper case for no rule. */
const keysOfJson: Spared = [/\{[\w, …]+\}/g, '{…}'];

/** The rule for the case of actions takes commas, hyphens and apostrophes for mistakes of case. */
const withoutMarks = (key: string, text: string): string => (key === 'action' ? text.replace(/\W+/g, ' ') : text);

/** Entries that stand behind the others on purpose: the way to any other call, and other ways to the same end. */
const isLast = ({ value, description = '' }: INodePropertyOptions): boolean =>
  value === 'customCall' || /\bother way\b/i.test(description);

const withoutLast = (properties: unknown): unknown =>
  JSON.parse(
    JSON.stringify(properties, (key, value) =>
      key === 'options' && Array.isArray(value) ? value.filter((option) => !isLast(option)) : value,
    ),
  );

/** Without the definition, where it was wanted for the properties only. */
const withoutUnused = (source: string): string =>
  source.replace(/^import \{ (\w+) \} from '@patchbay\/core';\n([\s\S]*)/, (whole, name: string, rest: string) => {
    const code = rest.replace(/\/\*\*[\s\S]*?\*\/|'[^'\n]*'|"(?:[^"\\]|\\.)*"/g, '');
    return new RegExp(`\\b${name}\\b`).test(code) ? whole : rest;
  });

/** The source of a class with its derived properties written out. */
const withProperties = (source: string, literal: string): string =>
  withoutUnused(
    source
      .replace(/\bget properties\(\) \{\s*return (\w+\([^)]*\));\s*\}/, 'properties: $1')
      .replace(/\b(node|trigger|credential)Properties\([^)]*\)/, () => literal)
      .replace(/\b(node|trigger|credential)Properties,? ?/, ''),
  );

/** The derived forms, by n8n's rules for forms that are written by hand. */
export const checkForms = (subject: Subject, spared: readonly Spared[] = []): void => {
  const { folder, nodes, trigger } = subject;
  let target: string;

  const write = (file: string, content: string): void => {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), content);
  };

  /** As it would stand in a source file, for n8n's rules read literals with plain keys. */
  const literal = (value: unknown): string =>
    JSON.stringify(
      value,
      (key, part) =>
        typeof part === 'string'
          ? [keysOfJson, ...spared].reduce(
              (text, [pattern, instead]) => text.replace(pattern, instead),
              withoutMarks(key, part),
            )
          : part,
      2,
    ).replace(/^(\s*)"([A-Za-z_]\w*)":/gm, '$1$2:');

  const writeSource = (one: INodeType | ICredentialType, change = (source: string): string => source): string => {
    const properties = 'description' in one ? withoutLast(one.description.properties) : one.properties;
    const source = readFileSync(join(folder, sourceOf(one)), 'utf8');
    const written = change(withProperties(source, literal(properties)));
    write(sourceOf(one), written);
    return written;
  };

  beforeAll(() => {
    target = mkdtempSync(join(tmpdir(), 'patchbay-derived-'));
    const copied = [
      'package.json',
      ...['icons', 'nodes'].flatMap((part) =>
        readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' }).map((file) => `${part}/${file}`),
      ),
    ];
    for (const file of copied.filter((name) => /\.(json|svg)$/.test(name)))
      write(file, readFileSync(join(folder, file), 'utf8'));
    for (const one of [...nodes, trigger, ...credentialsOf(subject)]) writeSource(one);
  });

  afterAll(() => rmSync(target, { recursive: true }));

  test("n8n's rules find nothing in the derived forms, written out as source", async () => {
    const findings = await lintFolder(target);
    const lineOf = (file: string, line: number) => readFileSync(join(target, file), 'utf8').split('\n')[line - 1];
    for (const one of [...nodes, trigger])
      expect(readFileSync(join(target, sourceOf(one)), 'utf8')).toContain('displayName: "');
    expect(findings.map(({ file, line, rule, message }) => `${lineOf(file, line)} ${rule} ${message}`)).toEqual([]);
  }, 120_000);

  test('what is not sorted in a menu are its last entries alone', () => {
    for (const { description } of nodes)
      for (const { name, options } of description.properties.filter(({ type }) => type === 'options')) {
        // Others are filled in when they are opened.
        const menu = (options ?? []) as INodePropertyOptions[];
        const last = menu.findIndex(isLast);
        if (last >= 0) expect(menu.slice(last).every(isLast), name).toBe(true);
      }
  });

  test('they would find a name that is not in title case', async () => {
    const [node] = nodes as [INodeType];
    writeSource(node, (source) => source.replace('"Return All"', '"Return all"'));
    expect((await lintFolder(target)).map(({ rule }) => rule)).toContain(
      'n8n-nodes-base/node-param-display-name-miscased',
    );
    writeSource(node);
  }, 120_000);

  test('every pick list and every menu that the forms name is there', () => {
    for (const { description, methods } of [...nodes, { ...trigger, methods: trigger.methods }]) {
      const form = JSON.stringify(description.properties);
      const lists = new Set(form.match(/(?<="searchListMethod":")\w+/g));
      expect(Object.keys(methods?.listSearch ?? {})).toEqual(expect.arrayContaining([...lists]));
      const menus = new Set(form.match(/(?<="loadOptionsMethod":")\w+/g));
      expect(Object.keys(methods?.loadOptions ?? {})).toEqual(expect.arrayContaining([...menus]));
    }
  });
};
