import { InputError, type InputIssue } from '../errors/input-error.ts';
import type { Input, Operation } from '../project/operation.ts';
import { checkField } from './check-field.ts';
import { filterIssues, sortIssues } from './filter-text.ts';

/** What a caller gives to an operation: values by wire name. `undefined` means not given, everything else is sent. */
export type InputValues = Readonly<Record<string, unknown>>;

const problemsOf = ({ vendor }: Operation, input: Input, value: unknown): InputIssue[] => {
  if (value === undefined)
    return (input.required || input.place === 'path') && input.field.default === undefined
      ? [{ field: input.name, problem: 'is missing' }]
      : [];
  const issues = checkField(input.field, value, input.name);
  if (issues.length === 0 && input.field.kind === 'filter') return filterIssues(vendor.filter, value, input.name);
  if (issues.length === 0 && input.field.kind === 'sort') return sortIssues(vendor.sort, value, input.name);
  // A URL parser folds dot segments even when they are percent-encoded: such an identifier would change the path.
  if (issues.length === 0 && input.place === 'path' && /^\.{0,2}$/.test(String(value)))
    return [{ field: input.name, problem: `must be an identifier, but is '${String(value)}'` }];
  return issues;
};

const choiceIssues = ({ definition }: Operation, values: InputValues): InputIssue[] => {
  const { oneOf = [], atMostOneOf = [] } = definition;
  return [...oneOf, ...atMostOneOf].flatMap((names) => {
    const given = names.filter((name) => Object.hasOwn(values, name) && values[name] !== undefined);
    if (given.length === 1 || (given.length === 0 && atMostOneOf.includes(names))) return [];
    const [first, second] = given;
    return second === undefined
      ? [{ field: names[0] as string, problem: `is missing: give exactly one of ${names.join(', ')}` }]
      : [{ field: second, problem: `cannot be given beside ${first}` }];
  });
};

/** All that is wrong with an input, apart from what is missing and can be found otherwise. */
export const inputIssues = (operation: Operation, values: InputValues): InputIssue[] => {
  const names = new Set(operation.inputs.map(({ name }) => name));
  const given = (name: string): unknown => (Object.hasOwn(values, name) ? values[name] : undefined);
  const issues = operation.inputs.flatMap((input) =>
    input.field.otherwise && given(input.name) === undefined ? [] : problemsOf(operation, input, given(input.name)),
  );
  issues.push(...choiceIssues(operation, values));
  for (const name of Object.keys(values))
    if (!names.has(name) && values[name] !== undefined)
      issues.push({ field: name, problem: `is not a field of "${operation.definition.summary}"` });
  return issues;
};

/** The error for what is wrong with an input. */
export const refusal = (operation: Operation, issues: readonly InputIssue[]): InputError =>
  new InputError(`${operation.definition.summary} cannot be sent`, issues, {
    vendor: operation.vendor.name,
    operation: operation.key,
  });

/**
 * What a caller gave, which may have no types to be held to.
 * @throws InputError when it is no object
 */
export const inputOf = (operation: Operation, given: unknown): InputValues => {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as InputValues;
  throw refusal(operation, [{ field: 'input', problem: 'must be an object of values by their names' }]);
};

/**
 * Holds an input against its operation before anything is sent.
 * @throws InputError naming every field that is missing, of the wrong kind or unknown
 */
export const checkInput = (operation: Operation, values: InputValues): void => {
  const unfound = operation.inputs.filter(
    ({ name, place, field }) => place === 'path' && field.otherwise && values[name] === undefined,
  );
  const issues = [
    ...unfound.map(({ name }) => ({ field: name, problem: 'is missing' })),
    ...inputIssues(operation, values),
  ];
  if (issues.length > 0) throw refusal(operation, issues);
};
