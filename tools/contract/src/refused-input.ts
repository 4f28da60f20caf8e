import type { Field, InputValues, Operation } from '@patchbay/core';

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

/** An input that must be refused: what is required is missing, and the first input that can be wrong is wrong. */
export const refusedInput = (operation: Operation): InputValues => {
  const wrong = operation.inputs.find(
    ({ field, place, required }) => !required && !field.deprecated && place !== 'path' && canBeWrong(operation, field),
  );
  return wrong ? { [wrong.name]: wrongValues[wrong.field.kind] } : {};
};
