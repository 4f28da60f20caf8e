import type { SortKey } from '@patchbay/core';
import { fieldInput } from './condition-row.ts';
import { element, option } from './element.ts';
import { createRowList } from './row-list.ts';

/** What an order can be made of. */
export interface OrderOptions {
  /** Wire names worth offering; others may be typed */
  readonly fields: readonly string[];
  readonly given: readonly SortKey[];
  readonly onChange: () => void;
}

const fill =
  ({ fields }: OrderOptions) =>
  (row: HTMLElement, data: Partial<SortKey>, onChange: () => void): (() => SortKey) => {
    const field = fieldInput(data.field ?? '', fields, onChange);
    const direction = element(
      'select',
      { className: 'patchbay-list-operator', onchange: onChange, aria: { label: 'Direction' } },
      option('asc', 'ascending'),
      option('desc', 'descending'),
    );
    direction.value = data.direction ?? 'asc';
    row.append(element('div', { className: 'patchbay-list-line' }, field, direction));
    return () => ({ field: field.value.trim(), direction: direction.value === 'desc' ? 'desc' : 'asc' });
  };

/** Builds fields to order by, the first counts most. */
export const createOrderList = (options: OrderOptions) => {
  const list = createRowList<SortKey>({
    label: 'Order',
    addLabel: 'field',
    given: options.given,
    fill: fill(options),
    onChange: options.onChange,
  });
  return { element: element('div', { className: 'patchbay-builder' }, list.element), read: list.read };
};
