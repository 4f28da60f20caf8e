import { checkField, coerce } from '@patchbay/core';
import type { PayloadUse, TypedValue } from '../config.ts';
import type { FormField } from '../editor-model.ts';
import { isNothing, takesEmptyText } from '../empty-value.ts';
import { takesFiles } from '../takes-files.ts';
import type { RowLanguage } from './field-builder.ts';
import { isEnvironment, listProblem } from './saved-list.ts';

const literalProblem = (field: FormField, { type, value }: TypedValue): string | undefined => {
  // Whether a file is there shows when it is sent.
  if (isEnvironment(value) || takesFiles(field)) return undefined;
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
  language?: RowLanguage,
): string | undefined => {
  const { type, value } = given;
  if (type === 'date') return undefined;
  if (type === 'conditions' || type === 'order') return listProblem(given, language);
  if (required && value === '') {
    if (field.default !== undefined) return undefined;
    return fromPayload === 'none' ? 'is missing' : undefined;
  }
  if (isNothing(field, given)) return type === 'str' && field.default !== undefined ? undefined : 'has no value yet';
  if (value === '' && !takesEmptyText(field)) return 'has no value yet';
  return ['str', 'num', 'bool', 'json'].includes(type) ? literalProblem(field, given) : undefined;
};
