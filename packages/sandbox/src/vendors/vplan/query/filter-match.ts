import { checkField, type Field } from '@patchbay/core';
import type { Row } from '../../../store.ts';
import { instantOf } from '../instant.ts';
import { type Condition, type Filter, FilterError, type Operator } from './filter-parser.ts';

type Test = (row: Row) => boolean;
type Comparable = string | number;

const isText = (operator: Operator): operator is 'contains' | 'starts_with' | 'ends_with' =>
  operator === 'contains' || operator === 'starts_with' || operator === 'ends_with';

const numeric = ['integer', 'number', 'money'];

/** A stored value in a form that `<` orders. */
const comparable = (field: Field, value: unknown): Comparable | undefined => {
  if (value === null || value === undefined) return undefined;
  if (field.kind === 'dateTime') return Date.parse(String(value));
  return numeric.includes(field.kind) ? Number(value) : String(value);
};

const wanted = ({ field: name, value }: Condition, field: Field): Comparable => {
  const refuse = (expected: string): FilterError => new FilterError(`${name} needs ${expected}, not '${value}'`);
  if (field.kind === 'dateTime') {
    const instant = instantOf(value);
    if (instant === undefined) throw refuse("an instant such as '2026-01-31T09:00:00Z'");
    return instant;
  }
  if (numeric.includes(field.kind)) {
    if (value.trim() === '' || !Number.isFinite(Number(value))) throw refuse('a number');
    return Number(value);
  }
  if (field.kind === 'flag' && value !== 'true' && value !== 'false') throw refuse('true or false');
  if (field.kind === 'date' && checkField(field, value, name).length > 0) throw refuse('a day as YYYY-MM-DD');
  return value;
};

const textTest = (operator: 'contains' | 'starts_with' | 'ends_with', text: string, part: string): boolean => {
  if (operator === 'contains') return text.includes(part);
  return operator === 'starts_with' ? text.startsWith(part) : text.endsWith(part);
};

const compare = (operator: Operator, stored: Comparable, value: Comparable): boolean => {
  switch (operator) {
    case 'gt':
      return stored > value;
    case 'gte':
      return stored >= value;
    case 'lt':
      return stored < value;
    case 'lte':
      return stored <= value;
    default:
      return stored === value;
  }
};

/** `has:true` finds rows with a value: what vPlan means by the operator is not published, this reading is ours. */
const hasTest = ({ field, value, negated }: Condition): Test => {
  if (value !== 'true' && value !== 'false') throw new FilterError(`${field}:has needs true or false, not '${value}'`);
  const wantsValue = (value === 'true') !== negated;
  return (row) => (row[field] !== null && row[field] !== undefined && row[field] !== '') === wantsValue;
};

const conditionTest = (condition: Condition, field: Field): Test => {
  const { field: name, operator, negated } = condition;
  if (operator === 'has') return hasTest(condition);
  if (isText(operator)) {
    // The documentation looks for FFFF in lower-case identifiers: case does not count.
    const part = condition.value.toLowerCase();
    return (row) => textTest(operator, String(row[name] ?? '').toLowerCase(), part) !== negated;
  }
  const value = wanted(condition, field);
  return (row) => {
    const stored = comparable(field, row[name]);
    return (stored !== undefined && compare(operator, stored, value)) !== negated;
  };
};

/**
 * A filter as a test of rows.
 * @param fieldOf the field that a name in the filter stands for
 * @throws FilterError for a name or a value that does not fit
 */
export const filterTest = (filter: Filter, fieldOf: (name: string) => Field | undefined): Test => {
  if (filter.kind !== 'condition') {
    const tests = filter.terms.map((term) => filterTest(term, fieldOf));
    return filter.kind === 'and' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row));
  }
  const field = fieldOf(filter.field);
  if (!field) throw new FilterError(`unknown field ${filter.field}`);
  return conditionTest(filter, field);
};
