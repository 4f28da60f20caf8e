import type { N8nEngine } from '@patchbay/n8n-engine';
import { type Sandbox, startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import type { INodeParameters } from 'n8n-workflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installedFor } from './installed.ts';

let sandbox: Sandbox;
let twin: VendorSandbox;
let n8n: N8nEngine;

beforeAll(async () => {
  sandbox = await startSandbox();
  twin = sandbox.vendors.vplan;
  n8n = installedFor(twin.baseUrl, twin.credential);
});
afterAll(() => sandbox.close());

type Row = Readonly<Record<string, unknown>>;

interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
  readonly not: boolean;
}

interface Group {
  readonly match: 'all' | 'any';
  readonly not: boolean;
  readonly conditions: readonly Condition[];
}

/** What the form holds: conditions, groups of them, and whether all or any of these must hold. */
interface Tree {
  readonly match: 'all' | 'any';
  readonly conditions: readonly Condition[];
  readonly groups: readonly Group[];
}

const condition = (field: string, operator: string, value: string, not = false): Condition => ({
  field,
  operator,
  value,
  not,
});

/** Collections that the filter gives, and the text that was sent. */
const collectionsBy = async (
  options: object,
): Promise<{ readonly rows: readonly unknown[]; readonly text: unknown }> => {
  const parameters = { resource: 'collection', operation: 'getAll', returnAll: true, options };
  const { outputs, error } = await n8n.runNode({ type: 'vplan', parameters: parameters as unknown as INodeParameters });
  expect(error).toBeUndefined();
  return { rows: (outputs[0] ?? []).map(({ json }) => json.id), text: twin.requests.at(-1)?.query.filter };
};

const inForm = ({ match, conditions, groups }: Tree) => ({
  filter: { conditions, groups: groups.map((group) => ({ ...group, conditions: { conditions: group.conditions } })) },
  filter_match: match,
});

const nested = ({ match, conditions, groups }: Tree) => ({
  [match]: [...conditions, ...groups.map((group) => ({ [group.match]: group.conditions, not: group.not }))],
});

const holdsFor = (row: Row) => {
  const single = ({ field, operator, value, not }: Condition): boolean => {
    const stored = row[field] === null ? undefined : String(row[field]);
    const results: Record<string, boolean> = {
      eq: stored === value,
      lt: stored !== undefined && stored < value,
      contains: (stored ?? '').toLowerCase().includes(value.toLowerCase()),
    };
    return results[operator] !== not;
  };
  const several = (match: 'all' | 'any', results: readonly boolean[]): boolean =>
    match === 'all' ? results.every(Boolean) : results.some(Boolean);
  return ({ match, conditions, groups }: Tree): boolean =>
    several(match, [
      ...conditions.map(single),
      ...groups.map((group) => several(group.match, group.conditions.map(single)) !== group.not),
    ]);
};

test('(a and b) or not (c) is clicked together, and finds what it says', async () => {
  const groups: Group[] = [
    {
      match: 'all',
      not: false,
      conditions: [condition('status', 'eq', 'planned'), condition('due_date', 'lt', '2026-12-10')],
    },
    { match: 'all', not: true, conditions: [condition('name', 'contains', 'a')] },
  ];
  const tree: Tree = { match: 'any', conditions: [], groups };
  const { rows, text } = await collectionsBy(inForm(tree));
  expect(text).toBe('(status:eq:planned,and,due_date:lt:2026-12-10),or,(name:not:contains:a)');
  const expected = twin.rows('collection').filter((row) => holdsFor(row)(tree));
  expect(rows).toEqual(expected.map(({ id }) => id));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(twin.rows('collection').length);
});

/** Trees by chance, the same ones every time. */
const trees = (count: number): Tree[] => {
  let state = 2026;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const some = <Item>(least: number, most: number, make: () => Item): Item[] =>
    Array.from({ length: least + below(most - least + 1) }, make);
  const single = (): Condition =>
    one([
      () => condition('name', 'contains', one(['a', 'frames', 'De ', '1', '(x, y)']), one([true, false])),
      () => condition('status', 'eq', one(['planned', 'not_planned']), one([true, false])),
      () => condition('due_date', 'lt', one(['2026-11-25', '2026-12-04', '2026-12-20']), one([true, false])),
    ])();
  const match = (): 'all' | 'any' => one(['all', 'any'] as const);
  const group = (): Group => ({ match: match(), not: one([true, false]), conditions: some(1, 3, single) });
  return Array.from({ length: count }, () => ({
    match: match(),
    conditions: some(0, 2, single),
    groups: some(1, 2, group),
  }));
};

test('whatever is clicked together is sent as the nested value is, and finds what it says', async () => {
  const found = new Set<number>();
  for (const tree of trees(60)) {
    const { rows, text } = await collectionsBy(inForm(tree));
    expect(text).toBe((await collectionsBy({ filter_text: JSON.stringify(nested(tree)) })).text);
    const expected = twin.rows('collection').filter((row) => holdsFor(row)(tree));
    expect(rows, String(text)).toEqual(expected.map(({ id }) => id));
    found.add(rows.length);
  }
  expect(found.size).toBeGreaterThan(3);
});

test('a quote in a value of a group is refused with its place and the reason', async () => {
  const groups = [{ match: 'any', conditions: { conditions: [condition('name', 'eq', "it's")] } }];
  const parameters = { resource: 'collection', operation: 'getAll', options: { filter: { groups } } };
  const before = twin.requests.length;
  const { error } = await n8n.runNode({ type: 'vplan', parameters: parameters as unknown as INodeParameters });
  expect(`${error?.message} ${error?.description}`).toMatch(/filter\.all\.0\.any\.0\.value.*must not have a '/s);
  expect(twin.requests.length).toBe(before);
});
