import { type Field, labelOf } from '@patchbay/core';
import { isLink, linkedBy } from './page-links.ts';
import { titleOf } from './page-state.ts';
import type { Row } from './store.ts';
import type { Twin } from './twin.ts';

/** A table of the page: titles of its columns, and a line of texts for each record. */
export interface RecordTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
  /** Records that fit the search, shown or not */
  readonly count: number;
}

const shownColumns = 6;
const shownRows = 200;
const plainKinds = ['text', 'choice', 'date', 'flag', 'integer', 'number', 'money', 'ref', 'url', 'email', 'id'];
const lessTelling = ['id', 'external_ref', 'rank', 'description', 'position', 'locked', 'source_type'];

const fieldsOf = ({ vendor, rules, store }: Twin, table: string): [string, Field | undefined][] => {
  const fields = vendor.resources[table]?.fields;
  const nested = rules.resources[table]?.nested ?? [];
  if (!fields) return Object.keys(store.rows(table)[0] ?? {}).map((name) => [name, undefined]);
  return Object.entries(fields).filter(
    ([name, { kind, secret }]) => plainKinds.includes(kind) && !secret && !nested.includes(name),
  );
};

/** Whether a column would tell records apart; with one record, whether it would say anything. */
const differs = (rows: readonly Row[], name: string): boolean => {
  const values = new Set(rows.map((row) => row[name] ?? ''));
  return values.size > 1 || (rows.length === 1 && !values.has(''));
};

const columnsOf = (twin: Twin, table: string, rows: readonly Row[]): [string, Field | undefined][] => {
  const titles = [twin.vendor.resources[table]?.title ?? 'name'].flat();
  const telling = fieldsOf(twin, table).filter(
    ([name]) => !titles.includes(name) && !name.endsWith('_at') && !lessTelling.includes(name) && differs(rows, name),
  );
  const referred = telling.filter(([name, field]) => isLink(name, field));
  const others = telling.filter(([name, field]) => !isLink(name, field));
  const own = titles.map((name): [string, Field | undefined] => [name, twin.vendor.resources[table]?.fields[name]]);
  return [...own, ...referred, ...others].slice(0, shownColumns);
};

const cellOf = (twin: Twin, table: string, row: Row, name: string): string => {
  const value = row[name];
  if (value === null || value === undefined) return '';
  const other = linkedBy(twin, table, name, value);
  if (other) return titleOf(twin, other.table, other.row);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Records of a table as the page lists them, newest last, those that hold a text. */
export const recordTable = (twin: Twin, table: string, search: string): RecordTable => {
  const rows = twin.store.rows(table);
  const columns = columnsOf(twin, table, rows);
  const part = search.trim().toLowerCase();
  const lines = rows.map((row) => ({ id: row.id, cells: columns.map(([name]) => cellOf(twin, table, row, name)) }));
  const found = part ? lines.filter(({ id, cells }) => [id, ...cells].join('\n').toLowerCase().includes(part)) : lines;
  return {
    columns: columns.map(([name, field]) => field?.label ?? labelOf(name.replace(/_id$/, ''))),
    rows: found.slice(0, shownRows),
    count: found.length,
  };
};
