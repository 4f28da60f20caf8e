import { InputError, type InputIssue } from '../errors/input-error.ts';
import type { Input, Operation } from '../project/operation.ts';
import { checkField } from './check-field.ts';

/** What a caller gives to an operation: values by wire name. `undefined` means not given, everything else is sent. */
export type InputValues = Readonly<Record<string, unknown>>;

const problemsOf = (input: Input, value: unknown): InputIssue[] => {
  if (value === undefined) return input.required ? [{ field: input.name, problem: 'is missing' }] : [];
  const issues = checkField(input.field, value, input.name);
  // A URL parser folds dot segments even when they are percent-encoded: such an identifier would change the path.
  if (issues.length === 0 && input.place === 'path' && /^\.{0,2}$/.test(String(value)))
    return [{ field: input.name, problem: `must be an identifier, but is '${String(value)}'` }];
  return issues;
};

/**
 * Holds an input against its operation before anything is sent.
 * @throws InputError naming every field that is missing, of the wrong kind or unknown
 */
export const checkInput = (operation: Operation, values: InputValues): void => {
  const names = new Set(operation.inputs.map(({ name }) => name));
  const issues = operation.inputs.flatMap((input) =>
    problemsOf(input, Object.hasOwn(values, input.name) ? values[input.name] : undefined),
  );
  for (const name of Object.keys(values))
    if (!names.has(name) && values[name] !== undefined)
      issues.push({ field: name, problem: `is not a field of "${operation.definition.summary}"` });
  if (issues.length > 0)
    throw new InputError(`${operation.definition.summary} cannot be sent`, issues, {
      vendor: operation.vendor.name,
      operation: operation.key,
    });
};
