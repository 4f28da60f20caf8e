import type { Field } from '@patchbay/core';
import type { Call } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { valueNamed } from './names.ts';
import { viewOf } from './present.ts';
import { wrongValue } from './refusals.ts';

/** Names of orders that differ from those of the fields. */
const fieldsOfOrder: Readonly<Record<string, string>> = {
  start_at: 'start_time',
  created: 'created_at',
  updated: 'updated_at',
  state: 'status',
  entity_type: 'payable_type',
};

interface Order {
  readonly field: string;
  readonly falling: boolean;
}

const ordersIn = (sort: unknown): readonly string[] =>
  (Array.isArray(sort) ? sort.map(String) : String(sort).split(',')).map((part) => part.trim()).filter(Boolean);

/** What the vendor names for a list: `created_at`, or with a direction `start_at:ASC`. */
const isNamed = ({ suggestions = [] }: Field, order: string): boolean =>
  suggestions.length === 0 || suggestions.includes(order) || suggestions.includes(order.split(':')[0] as string);

const orderOf = (field: Field | undefined, order: string): Order => {
  const [name = '', direction = 'asc'] = order.split(':');
  if ((field && !isNamed(field, order)) || !/^(asc|desc)$/i.test(direction))
    throw wrongValue('sort', `sort is invalid: ${order}`);
  return { field: fieldsOfOrder[name] ?? name, falling: direction.toLowerCase() === 'desc' };
};

const compare = (one: unknown, other: unknown): number => {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one) < String(other) ? -1 : 1;
};

/**
 * Rows in the order that `sort` asks for; as they were made without it.
 * @throws ApiError 422 for a field that the vendor does not name
 */
export const sorted = (call: Call, rows: readonly Row[]): readonly Row[] => {
  const { sort } = call.query;
  if (sort === undefined) return rows;
  const field = call.operation.inputs.find(({ name }) => name === 'sort')?.field;
  const orders = ordersIn(sort).map((order) => orderOf(field, order));
  const keyed = rows.map((row) => ({ row, view: viewOf(call, row) }));
  const result = keyed.sort((one, other) => {
    for (const { field: name, falling } of orders) {
      const order = compare(own(one.view, name), own(other.view, name));
      if (order !== 0) return falling ? -order : order;
    }
    return 0;
  });
  return result.map(({ row }) => row);
};

const own = (view: Readonly<Record<string, unknown>>, name: string): unknown =>
  valueNamed(view, name) ?? (name === 'status' ? valueNamed(view, 'state') : null);
