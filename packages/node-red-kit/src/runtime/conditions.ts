import type { Condition, Field, FilterGroup, Resource, SortKey } from '@patchbay/core';
import { comparedProblem, conditionProblem } from '../compared-value.ts';
import { isSavedGroup, type SavedCondition, type SavedConditions, type TypedValue } from '../config.ts';
import { ValueProblem } from './value-problem.ts';

const single = new Set(
  'text longText integer number money flag choice date dateTime time colour email url id ref'.split(' '),
);

const kindByType: Readonly<Record<string, Field['kind']>> = { num: 'number', bool: 'flag' };

// A condition speaks of one value of a row: of a list, of one entry.
const valueField = (resource: Resource, name: string, { type }: TypedValue): Field => {
  const field = resource.fields[name];
  if (field && single.has(field.kind)) return field;
  return { kind: kindByType[type] ?? 'text', description: '' };
};

/**
 * The conditions that a form saved, with their values worked out; `undefined` when there are none.
 * @param quote that no value can have in it
 * @param evaluate works out one value
 * @throws ValueProblem for conditions without a value: without them, more rows would come than were asked for; and for values
 *   that cannot be right
 */
export const resolveConditions = async (
  saved: string,
  resource: Resource,
  quote: string | undefined,
  evaluate: (given: TypedValue, field: Field) => Promise<unknown>,
): Promise<FilterGroup | undefined> => {
  const problems: string[] = [];
  const single = async ({ field, operator, not, value: given }: SavedCondition, at: string): Promise<Condition> => {
    const value = (await evaluate(given, valueField(resource, field, given))) as Condition['value'];
    const problem = ['string', 'number', 'boolean'].includes(typeof value)
      ? comparedProblem(resource.fields[field], operator, value, quote)
      : 'has no value';
    if (problem) problems.push(conditionProblem(at, field, problem));
    return { field, operator, value, ...(not && { not }) };
  };
  const group = async ({ match, not, conditions }: SavedConditions, before: string): Promise<FilterGroup> => {
    const resolved = await Promise.all(
      conditions.map((entry, index) => {
        const at = `${before}${index + 1}`;
        return isSavedGroup(entry) ? group(entry, `${at}.`) : single(entry, at);
      }),
    );
    return { ...(match === 'any' ? { any: resolved } : { all: resolved }), ...(not && { not }) };
  };
  const outermost = JSON.parse(saved) as SavedConditions;
  if (outermost.conditions.length === 0) return undefined;
  const conditions = await group(outermost, '');
  if (problems.length > 0) throw new ValueProblem(problems.toSorted().join('; '));
  return conditions;
};

/** The order that a form saved; `undefined` when there is none. */
export const savedOrder = (saved: string): readonly SortKey[] | undefined => {
  const keys = JSON.parse(saved) as SortKey[];
  return keys.length > 0 ? keys : undefined;
};
