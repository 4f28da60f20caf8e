import type { Condition, FilterGroup } from '@patchbay/core';
import { expect, it } from 'vitest';
import type { SavedCondition, SavedConditions, TypedValue } from '../config.ts';
import { conditionsIn } from '../editor/saved-list.ts';
import { acme } from '../fixtures/acme.ts';
import { resolveConditions } from './conditions.ts';

const { project } = acme.resources;
const message: Readonly<Record<string, unknown>> = { day: '2026-12-18', size: 3, open: false };

const evaluate = async ({ type, value }: TypedValue): Promise<unknown> =>
  type === 'msg' ? message[value] : type === 'num' ? Number(value) : value;

const resolved = (saved: object): Promise<FilterGroup | undefined> =>
  resolveConditions(JSON.stringify(saved), project as never, "'", evaluate);

interface Both {
  readonly saved: SavedCondition;
  readonly meant: Condition;
}

const pair = (field: string, type: string, value: string, meant: Condition['value'], not: boolean): Both => ({
  saved: { field, operator: 'eq', value: { type, value }, ...(not && { not }) },
  meant: { field, operator: 'eq', value: meant, ...(not && { not }) },
});

it('conditions and groups that a form saved are the nested value that they look like', async () => {
  let state = 2026;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const turned = (): boolean => below(2) === 1;
  const single = (): Both =>
    [
      () => pair('due', 'msg', 'day', '2026-12-18', turned()),
      () => pair('size', 'msg', 'size', 3, turned()),
      () => pair('open', 'msg', 'open', false, turned()),
      () => pair('size', 'num', '4', 4, turned()),
      () => pair('name', 'str', '', '', turned()),
    ][below(5)]?.() as Both;
  type Tree = { saved: SavedConditions; meant: FilterGroup };
  const tree = (depth: number): Tree => {
    const entries = Array.from({ length: 1 + below(3) }, () =>
      depth > 0 && below(2) === 1 ? tree(depth - 1) : single(),
    );
    const more = turned() ? { not: true as const } : {};
    const match = below(2) === 1 ? 'all' : 'any';
    const meant = entries.map((entry) => entry.meant);
    return {
      saved: { match, ...more, conditions: entries.map((entry) => entry.saved) },
      meant: { ...(match === 'all' ? { all: meant } : { any: meant }), ...more },
    };
  };
  for (let made = 0; made < 500; made++) {
    // Deeper than the form shows as well: a flow may be written by hand.
    const { saved, meant } = tree(1 + (made % 3));
    expect(await resolved(saved)).toEqual(meant);
    expect(conditionsIn({ type: 'conditions', value: JSON.stringify(saved) })).toEqual(saved);
  }
});

it('a condition without a value is refused in a group too', async () => {
  const lost = { field: 'due', operator: 'lt', value: { type: 'msg', value: 'nothing' } };
  await expect(resolved({ match: 'any', conditions: [{ match: 'all', conditions: [lost] }] })).rejects.toThrow(
    'condition 1.1 on due has no value',
  );
});

it('values that cannot be right are refused with the place of their conditions, wherever they come from', async () => {
  const compare = (field: string, operator: string, type: string, value: string) => ({
    field,
    operator,
    value: { type, value },
  });
  const saved = {
    match: 'all',
    conditions: [
      compare('name', 'contains', 'str', "O'Brien"),
      compare('due', 'lt', 'msg', 'size'),
      { match: 'any', conditions: [compare('due', 'contains', 'str', 'soon'), compare('due', 'eq', 'str', 'soon')] },
    ],
  };
  await expect(resolved(saved)).rejects.toThrow(
    [
      "condition 1 on name must not have a ': the vendor's filter cannot express it",
      'condition 2 on due must be a day as YYYY-MM-DD, but is 3',
      'condition 3.2 on due must be a day as YYYY-MM-DD, but is "soon"',
    ].join('; '),
  );
});
