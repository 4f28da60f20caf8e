import type { Field, Input, InputValues, Operation } from '@patchbay/core';

const halfCharacter = '\ud83d';

// A vendor without a language of its own takes texts only.
const canBeWrong = ({ vendor }: Operation, { kind }: Field): boolean =>
  kind in wrongValues &&
  (kind !== 'filter' || vendor.filter !== undefined) &&
  (kind !== 'sort' || vendor.sort !== undefined);

const wrongValues: Partial<Record<Field['kind'], unknown>> = {
  text: halfCharacter,
  longText: halfCharacter,
  integer: 1.5,
  number: 'many',
  money: 'much',
  choice: 'none of these',
  choices: ['none of these'],
  date: 'tomorrow',
  dateTime: 'tomorrow',
  time: '25:00',
  colour: 'reddish',
  email: 'nobody',
  url: 'javascript:0',
  flag: 'perhaps',
  filter: { all: [{ field: 'no such: field', operator: 'eq', value: 'x' }] },
  sort: [{ field: 'no such: field' }],
};

/**
 * An input that must be refused: what is required is missing, and the first other one that can be wrong is wrong. A choice
 * that must be made cannot be missing everywhere: where nothing else can be wrong, it is.
 */
export const refusedInput = (operation: Operation): InputValues => {
  const { inputs } = operation;
  const needed = inputs.filter(({ required, field }) => required && field.default === undefined);
  const wrong =
    inputs.find(
      ({ field, place, required }) =>
        !required && !field.deprecated && place !== 'path' && canBeWrong(operation, field),
    ) ??
    inputs.find(({ required, field }) => required && field.default !== undefined && canBeWrong(operation, field)) ??
    (needed.every(({ field }) => field.kind === 'choice') ? needed[0] : undefined);
  return wrong ? { [wrong.name]: wrongValues[wrong.field.kind] } : {};
};

/** Why nothing that could be sent by an operation is wrong; `undefined` where something is. */
export const whyNotRefused = (operation: Operation): string | undefined => {
  const { inputs } = operation;
  if (Object.keys(refusedInput(operation)).length > 0 || inputs.some(isNeeded)) return undefined;
  if (inputs.length === 0) return 'it takes nothing';
  if (inputs.every(({ field }) => field.kind === 'ref')) return 'it takes identifiers alone, which may be left out';
  return notRefused[`${operation.vendor.name}.${operation.key}`] ?? 'unknown';
};

/** The same by vendor and operation, where it cannot be told from the inputs. */
const notRefused: Readonly<Record<string, string>> = {
  'vcita.package.reorder': 'each form has a way of its own to write a list, which may be left out',
};

/** Whether a call without this is refused. What can be found by another value is missing without both. */
export const isNeeded = ({ required, place, field }: Input): boolean =>
  field.default === undefined &&
  (required || (field.otherwise?.instead !== undefined && (field.required === true || place === 'path')));
