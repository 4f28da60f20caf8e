import type { Condition, Field, FilterGroup, Resource, SortKey } from '@patchbay/core';
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
 * @param evaluate works out one value
 * @throws ValueProblem for a condition that has no value: without it, more rows would come than were asked for
 */
export const resolveConditions = async (
  saved: string,
  resource: Resource,
  evaluate: (given: TypedValue, field: Field) => Promise<unknown>,
): Promise<FilterGroup | undefined> => {
  const single = async ({ field, operator, not, value: given }: SavedCondition): Promise<Condition> => {
    const value = await evaluate(given, valueField(resource, field, given));
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw new ValueProblem(`has a condition on ${field || 'no field'} without a value`);
    return { field, operator, value: value as string | number | boolean, ...(not && { not }) };
  };
  const group = async ({ match, not, conditions }: SavedConditions): Promise<FilterGroup> => {
    const resolved = await Promise.all(conditions.map((entry) => (isSavedGroup(entry) ? group(entry) : single(entry))));
    return { ...(match === 'any' ? { any: resolved } : { all: resolved }), ...(not && { not }) };
  };
  const outermost = JSON.parse(saved) as SavedConditions;
  return outermost.conditions.length > 0 ? group(outermost) : undefined;
};

/** The order that a form saved; `undefined` when there is none. */
export const savedOrder = (saved: string): readonly SortKey[] | undefined => {
  const keys = JSON.parse(saved) as SortKey[];
  return keys.length > 0 ? keys : undefined;
};
