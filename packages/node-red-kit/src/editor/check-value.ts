import { checkField, coerce } from '@patchbay/core';
import type { PayloadUse, TypedValue } from '../config.ts';
import type { FormField } from '../editor-model.ts';

const isEnvironment = (value: string): boolean => /^\$\{[^}]+\}$/.test(value);

const literalProblem = (field: FormField, { type, value }: TypedValue): string | undefined => {
  if (isEnvironment(value)) return undefined;
  if (type === 'json') {
    try {
      JSON.parse(value);
    } catch {
      return 'is not valid JSON';
    }
  }
  const [issue] = checkField(field, coerce(field, value), '');
  return issue && `${issue.field.replace(/^\./, '')} ${issue.problem}`.trim();
};

/**
 * What is wrong with a value of the form, in words that follow the field's name; `undefined` when nothing is. Where a value
 * comes from the message or the context, only its place can be checked here.
 */
export const problemOf = (
  field: FormField,
  required: boolean,
  given: TypedValue,
  fromPayload: PayloadUse,
): string | undefined => {
  const { type, value } = given;
  if (type === 'date') return undefined;
  if (value === '') {
    if (required) return fromPayload === 'none' ? 'is missing' : undefined;
    if (type !== 'str') return 'has no value yet';
  }
  return ['str', 'num', 'bool', 'json'].includes(type) ? literalProblem(field, given) : undefined;
};
