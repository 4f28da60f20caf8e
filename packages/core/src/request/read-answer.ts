import type { Pagination, Paths } from '../define/pagination.ts';
import { ResponseError } from '../errors/response-error.ts';
import type { Operation } from '../project/operation.ts';
import { lookFirst } from './failure-of.ts';
import { parseJson } from './parse-json.ts';
import type { HttpResponse } from './transport.ts';
import { firstAt, valueAt } from './value-at.ts';

/** One record as the vendor sent it. */
export type Row = Readonly<Record<string, unknown>>;

const unexpected = (operation: Operation, problem: string, content: string, cause?: unknown): ResponseError =>
  new ResponseError(`${operation.vendor.label} answered "${operation.definition.summary}" ${problem}`, content, {
    vendor: operation.vendor.name,
    operation: operation.key,
    advice: operation.idempotent
      ? 'Check the base URL; if it is right, report this with the answer'
      : lookFirst(operation),
    cause,
  });

/**
 * The parsed content of a successful answer, `undefined` when it is empty.
 * @throws ResponseError when it is no JSON
 */
const contentOf = (operation: Operation, response: HttpResponse): unknown => {
  if (response.content.trim() === '') return undefined;
  try {
    return parseJson(response.content);
  } catch (cause) {
    throw unexpected(operation, 'with something that is not JSON', response.content, cause);
  }
};

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

const isRows = (value: unknown): value is readonly Row[] => Array.isArray(value) && value.every(isRecord);
const isOneRecord = (value: unknown): value is Row | readonly [Row] =>
  isRecord(value) || (Array.isArray(value) && value.length === 1 && isRecord(value[0]));

/**
 * The record of an answer, `undefined` when the answer is empty. A list of one record is that record.
 * @throws ResponseError when there is something else than one record
 */
export const recordOf = (operation: Operation, response: HttpResponse): Row | undefined => {
  const content = contentOf(operation, response);
  if (content === undefined) return undefined;
  const path = operation.definition.itemPath ?? operation.vendor.itemPath ?? '';
  const found = firstAt(content, path, isOneRecord);
  if (found !== undefined) return Array.isArray(found) ? (found[0] as Row) : (found as Row);
  throw unexpected(operation, 'without a record', response.content);
};

/** Rows of an answer, and what it tells about those that follow. */
export interface RowsAnswer {
  readonly rows: readonly Row[];
  /** Rows over all pages, where the vendor tells */
  readonly total?: number;
  /** Whether there is more, where the vendor tells */
  readonly more?: boolean;
}

const moreIn = (content: unknown, paths: Paths): boolean | undefined => {
  const told = (typeof paths === 'string' ? [paths] : paths)
    .map((path) => valueAt(content, path))
    .find((value) => value !== undefined);
  return told === undefined ? undefined : told !== null && told !== false;
};

/** Whatever a custom call answered, as rows. */
const anyRows = (content: unknown): readonly Row[] => {
  if (content === undefined || content === null) return [];
  const entries: unknown[] = Array.isArray(content) ? content : [content];
  return entries.map((entry) => (isRecord(entry) ? entry : { value: entry }));
};

/**
 * The rows of a list's answer.
 * @throws ResponseError when the vendor's envelope is missing: never an empty list instead
 */
export const rowsOf = (operation: Operation, response: HttpResponse, pagination: Pagination | false): RowsAnswer => {
  const content = contentOf(operation, response);
  const path = operation.definition.rowsPath ?? (pagination || undefined)?.rows ?? operation.vendor.rowsPath;
  const rows = firstAt(content, path, isRows);
  if (rows === undefined && operation.custom && !pagination) return { rows: anyRows(content) };
  if (rows === undefined)
    throw unexpected(operation, `without a list of records under "${[path].flat().join('" or "')}"`, response.content);
  const total = pagination && pagination.total !== undefined ? valueAt(content, pagination.total) : undefined;
  const more = pagination && pagination.more !== undefined ? moreIn(content, pagination.more) : undefined;
  return { rows, ...(typeof total === 'number' && { total }), ...(more !== undefined && { more }) };
};
