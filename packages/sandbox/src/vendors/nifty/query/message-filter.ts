import type { Row } from '../../../store.ts';
import type { Values } from '../values.ts';

const targets: Readonly<Record<string, string>> = {
  chat_id: 'chat',
  task_id: 'task',
  file_id: 'file',
  doc_id: 'document',
  message_id: 'thread',
  entity_key: 'entity_key',
  annotation_id: 'annotation_id',
  type: 'type',
};

/** Messages that fit a query, newest first; in which order Nifty gives them is not stated. */
export const fittingMessages = (rows: readonly Row[], query: Values): readonly Row[] => {
  const { before_id, after_id, before_date, after_date } = query;
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const after = (row: Row, id: unknown): boolean => (places.get(row.id) ?? 0) > (places.get(String(id)) ?? -1);
  return rows
    .filter(
      (row) =>
        Object.entries(targets).every(([name, field]) => query[name] === undefined || row[field] === query[name]) &&
        (before_id === undefined || (row.id !== before_id && !after(row, before_id))) &&
        (after_id === undefined || after(row, after_id)) &&
        (before_date === undefined || Date.parse(String(row.created_at)) < Date.parse(String(before_date))) &&
        (after_date === undefined || Date.parse(String(row.created_at)) > Date.parse(String(after_date))),
    )
    .reverse();
};
