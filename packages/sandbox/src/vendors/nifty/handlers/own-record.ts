import { notFound } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';
import type { Row } from '../../../store.ts';

/** The record that the path names. @throws ApiError 404 */
export const ownRecord = ({ path, twin }: Call, table: string, parameter = `${table}_id`): Row => {
  const row = twin.store.find(table, path[parameter]);
  if (!row) throw notFound(table, path[parameter]);
  return row;
};
