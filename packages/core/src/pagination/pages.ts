import type { Pagination } from '../define/vendor.ts';
import { InputError } from '../errors/input-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import type { Operation } from '../project/operation.ts';
import { buildRequest } from '../request/build-request.ts';
import type { InputValues } from '../request/check-input.ts';
import type { CallOptions, Ports } from '../request/ports.ts';
import { type Row, rowsOf } from '../request/read-answer.ts';
import { send } from '../request/send.ts';
import { nextOffset, offsetOf, offsetQuery } from './offset.ts';

/** How a list is to be walked. */
export interface ListOptions extends CallOptions {
  /** Rows wanted at most. @default all */
  readonly limit?: number;
  /** Rows asked for in one request. @default what the vendor allows at most */
  readonly pageSize?: number;
  /** `next` of an earlier page: goes on behind it */
  readonly after?: string;
}

/** Some rows of a list, in order. */
export interface Page {
  readonly rows: readonly Row[];
  /** Rows over all pages, where the vendor tells */
  readonly total?: number;
  /** Cursor of the following page; absent on the last one */
  readonly next?: string;
}

const checkCount = (name: string, value: number | undefined, least: number): void => {
  if (value !== undefined && (!Number.isInteger(value) || value < least))
    throw new InputError('The list cannot be read', [
      { field: name, problem: `must be a whole number of at least ${least}` },
    ]);
};

const rowKey = (row: Row): string => (typeof row.id === 'string' ? row.id : JSON.stringify(row));

/**
 * Walks a list page by page and holds one page at a time. Rows that slid into the next page while it was being read are
 * given once; a page that repeats the one before it ends the walk with an error.
 * @throws InputError, HttpError, TransportError, ResponseError (`ENDLESS_LIST` for a page that repeats)
 */
export async function* pages(
  operation: Operation,
  input: InputValues,
  ports: Ports,
  options: ListOptions = {},
): AsyncGenerator<Page, void, undefined> {
  checkCount('limit', options.limit, 0);
  checkCount('pageSize', options.pageSize, 1);
  const { vendor, definition } = operation;
  const pagination: Pagination | false = definition.pagination ?? vendor.pagination;
  const baseUrl = ports.baseUrl ?? vendor.baseUrl;
  let left = options.limit ?? Number.POSITIVE_INFINITY;
  let offset = pagination ? offsetOf(options.after) : 0;
  let before = new Set<string>();
  for (let page = 1; left > 0; page++) {
    const size = pagination ? Math.min(options.pageSize ?? pagination.maxPageSize, pagination.maxPageSize, left) : 0;
    const query = pagination ? offsetQuery(pagination, offset, size) : {};
    const response = await send(operation, buildRequest(operation, input, baseUrl, query), ports, options);
    const answer = pagination
      ? rowsOf(operation, response, pagination.rows, pagination.total)
      : rowsOf(operation, response, vendor.rowsPath);
    const keys = answer.rows.map(rowKey);
    const fresh = answer.rows.filter((_, index) => !before.has(keys[index] as string));
    if (answer.rows.length > 0 && fresh.length === 0)
      throw new ResponseError(`${vendor.label} sent the same page of "${definition.summary}" twice`, response.content, {
        code: 'ENDLESS_LIST',
        vendor: vendor.name,
        operation: operation.key,
        advice: 'Narrow the list down with a filter or a limit',
      });
    const rows = fresh.slice(0, left);
    left -= rows.length;
    const next = pagination ? nextOffset(offset, size, answer) : undefined;
    const { total } = answer;
    options.onProgress?.({ kind: 'page', page, rows: rows.length, ...(total !== undefined && { total }) });
    yield { rows, ...(total !== undefined && { total }), ...(next !== undefined && { next: String(next) }) };
    if (next === undefined) return;
    offset = next;
    before = new Set(keys);
  }
}
