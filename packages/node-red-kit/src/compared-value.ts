import { checkField, coerce, type Field } from '@patchbay/core';

/** A field that rows are told apart by, as far as its values are looked at. */
export type ComparedField = Pick<Field, 'kind' | 'values' | 'to'>;

/** Operators that hold a whole value against another one; the rest look for a part of it. */
const wholly = new Set(['eq', 'ne', 'gt', 'gte', 'lt', 'lte']);

const exact = new Set<Field['kind']>([
  'integer',
  'number',
  'money',
  'flag',
  'choice',
  'date',
  'dateTime',
  'time',
  'id',
  'ref',
]);

const kindProblem = (field: Field, value: unknown): string | undefined => {
  const [issue] = checkField(field, coerce(field, value), '');
  // An instant may be held against a day, which begins at midnight.
  if (issue && field.kind === 'dateTime') return kindProblem({ ...field, kind: 'date' }, value) && issue.problem;
  return issue?.problem;
};

/**
 * Why a value cannot be what a field is compared with, in words that follow the field's name; `undefined` when it can.
 * @param quote that the vendor puts around values, and has no way to write within them
 */
export const comparedProblem = (
  field: ComparedField | undefined,
  operator: string,
  value: unknown,
  quote: string | undefined,
): string | undefined => {
  if (quote && String(value).includes(quote)) return `must not have a ${quote}: the vendor's filter cannot express it`;
  return field && wholly.has(operator) && exact.has(field.kind)
    ? kindProblem({ ...field, description: '' }, value)
    : undefined;
};

/** The same of a condition. @param at its number; within a group, behind that of the group */
export const conditionProblem = (at: string, field: string, problem: string): string =>
  `condition ${at} on ${field || 'no field'} ${problem}`;
