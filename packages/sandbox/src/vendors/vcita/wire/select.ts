import type { Call } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { knows, valueNamed } from './names.ts';
import { viewOf } from './present.ts';
import { sorted } from './sort.ts';

type Content = Readonly<Record<string, unknown>>;

/** `filter[due_date][gte]`, `updated_at[lte]`: a field and how it is compared. */
const comparison = /^(?:filter\[(\w+)\]|(\w+))\[(eq|in|gt|gte|lt|lte)\]$/;

const isNumber = (value: unknown): boolean => /^-?\d+(\.\d+)?$/.test(String(value));

/** Instants as numbers, so that a day, `2026-11-01 08:00:00` and an instant with zone can be compared. */
const comparable = (value: unknown): number => {
  if (isNumber(value)) return Number(value);
  const text = String(value).replace(' ', 'T');
  return Date.parse(/[zZ]|[+-]\d\d:\d\d$|^\d{4}-\d\d-\d\d$/.test(text) ? text : `${text}Z`);
};

/** A day stands for all of it where it is the end. */
const endOf = (value: unknown): number =>
  comparable(value) + (/^\d{4}-\d\d-\d\d$/.test(String(value)) ? 86_400_000 - 1 : 0);

const same = (one: unknown, other: unknown): boolean => String(one).toLowerCase() === String(other).toLowerCase();

const holds = (operator: string, own: unknown, wanted: unknown): boolean => {
  if (operator === 'in' || operator === 'eq') return [wanted].flat().some((one) => same(own, one));
  if (own === null) return false;
  if (operator === 'gte') return comparable(own) >= comparable(wanted);
  if (operator === 'gt') return comparable(own) > comparable(wanted);
  return operator === 'lte' ? comparable(own) <= endOf(wanted) : comparable(own) < comparable(wanted);
};

type Test = (row: Content) => boolean;

/** Parameters that are more than a comparison: the handlers of these lists see to them. */
const ofHandlers: Readonly<Record<string, readonly string[]>> = {
  'service.list': ['name', 'charge_type'],
  'serviceCategory.listServices': ['name', 'charge_type'],
  'coupon.list': ['status'],
};

/** The condition that a query parameter stands for; none when it is no field of the rows. */
const testOf = ({ operation }: Call, name: string, wire: string, wanted: unknown): Test | undefined => {
  const [, filtered, plain, operator = 'eq'] = comparison.exec(wire) ?? [];
  const fields = operation.definition.row ?? operation.resource.fields;
  const field = filtered ?? plain ?? (fields[name] ? name : undefined);
  if (field === undefined || wanted === undefined || ofHandlers[operation.key]?.includes(name)) return undefined;
  // The state of invoices and estimates is called `status` in their rows.
  const own = (row: Content): string => (field === 'state' && !knows(row, 'state') ? 'status' : field);
  return (row) => !knows(row, own(row)) || holds(operator, valueNamed(row, own(row)), wanted);
};

/** The rows that a list's filters let through, in its order. Parameters that are no fields are their handlers' business. */
export const select = (call: Call, rows: readonly Row[]): readonly Row[] => {
  const { operation, query } = call;
  const tests = operation.inputs.flatMap(({ name, place, field }) => {
    const test = place === 'query' ? testOf(call, name, field.wire ?? name, query[name]) : undefined;
    return test ? [test] : [];
  });
  const found = tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(viewOf(call, row))));
  return sorted(call, found);
};
