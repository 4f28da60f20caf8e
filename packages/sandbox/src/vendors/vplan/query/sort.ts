import type { Field } from '@patchbay/core';
import { refusal } from '../../../api-error.ts';
import type { Row } from '../../../store.ts';

interface Key {
  readonly name: string;
  readonly sign: 1 | -1;
}

const keyOf = (part: string, fieldOf: (name: string) => Field | undefined): Key => {
  const [name = '', direction = 'asc', ...rest] = part.split(':');
  if (!fieldOf(name)) throw refusal(400, `Unknown sort field: ${name}`, 'Only main fields can be sorted by');
  if ((direction !== 'asc' && direction !== 'desc') || rest.length > 0)
    throw refusal(400, `Wrong sort: ${part}`, 'The direction is asc or desc');
  return { name, sign: direction === 'asc' ? 1 : -1 };
};

const order = (one: unknown, other: unknown): number => {
  if (one === other) return 0;
  if (one === null || one === undefined) return -1;
  if (other === null || other === undefined) return 1;
  if (typeof one === 'string' && typeof other === 'string') {
    const [low, high] = [one.toLowerCase(), other.toLowerCase()];
    return low < high ? -1 : low > high ? 1 : 0;
  }
  return Number(one) - Number(other);
};

/**
 * Orders rows by an expression such as `updated_at:desc,name`; rows that are equal keep their order.
 * @throws ApiError 400 for an unknown field or direction
 */
export const sorted = (
  rows: readonly Row[],
  expression: string,
  fieldOf: (name: string) => Field | undefined,
): readonly Row[] => {
  const keys = expression.split(',').map((part) => keyOf(part, fieldOf));
  return rows.toSorted((one, other) => {
    for (const { name, sign } of keys) {
      const difference = order(one[name], other[name]);
      if (difference !== 0) return difference * sign;
    }
    return 0;
  });
};
