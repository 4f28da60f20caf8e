import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { listOf } from './table.ts';

const holds = (row: Row, { query }: Call): boolean => {
  const name = String(query.name ?? '').toLowerCase();
  const staff = Array.isArray(query.staff_array) ? query.staff_array : [];
  const own = Array.isArray(row.staff_ids) ? row.staff_ids : [];
  return (
    String(row.name).toLowerCase().includes(name) &&
    (query.include_hidden === true || row.display !== false) &&
    (query.charge_type === undefined || row.charge_type === query.charge_type) &&
    (staff.length === 0 || staff.some((id) => own.includes(id)))
  );
};

const inCategories = ({ id }: Row, { query }: Call): boolean =>
  !Array.isArray(query.categories_array) || query.categories_array.includes(id);

/** Lists of services and their categories. */
export const serviceHandlers: Readonly<Record<string, Handler>> = {
  'service.list': listOf('service', holds),
  'serviceCategory.list': listOf('serviceCategory', inCategories),
  'serviceCategory.listSettings': listOf('serviceCategory'),
  'serviceCategory.listServices': listOf(
    'service',
    (row, call) => row.category_id === call.path.category_id && holds(row, call),
  ),
  'product.list': listOf('product', (row, { query }) => {
    const part = String(query.contains ?? '').toLowerCase();
    const shown = query.display === undefined || row.display === query.display;
    return shown && `${String(row.name)} ${String(row.sku)}`.toLowerCase().includes(part);
  }),
  'package.list': listOf('package', (row, { query }) => query.active_only !== true || row.active === true),
};
