import type { Pagination } from '../define/pagination.ts';
import type { Operation } from '../project/operation.ts';
import { buildRequest } from '../request/build-request.ts';
import type { InputValues } from '../request/check-input.ts';
import type { CallOptions } from '../request/ports.ts';
import { type Row, type RowsAnswer, rowsOf } from '../request/read-answer.ts';
import { type SendPorts, send } from '../request/send.ts';
import { pageQuery } from './cursor.ts';
import type { ListOptions } from './pages.ts';

/** A page as it came in. */
export interface PageAnswer extends RowsAnswer {
  /** Rows in front of its first one */
  readonly offset: number;
  /** Rows that were asked for */
  readonly asked: number;
  /** The first row is the last one of the page before, unless rows have moved */
  readonly overlap: boolean;
}

/** Reads the pages of one list. */
export interface Reader {
  readonly pagination: Pagination | false;
  /** Rows of a page */
  readonly size: number;
  /** Rows from the start of a page to the start of the next one */
  readonly stride: number;
  /**
   * @param position rows in front of the first one wanted
   * @param wanted rows at most
   * @param overlap asks for the row in front of them too
   */
  read(position: number, wanted: number, overlap: boolean, options: CallOptions): Promise<PageAnswer>;
  /** Rows in front of the first one behind a page, of which the last row was handed out */
  endOf(answer: PageAnswer, last: Row | undefined): number;
  /** A page that is shorter than asked for, but not the last, tells how many rows the vendor gives at most */
  limitTo(answer: PageAnswer): void;
}

/** A reader for one walk. */
export const createReader = (
  operation: Operation,
  input: InputValues,
  ports: SendPorts,
  options: ListOptions,
): Reader => {
  const { vendor, definition } = operation;
  const pagination = definition.pagination ?? vendor.pagination;
  const counted = pagination !== false && pagination.style === 'offset';
  const baseUrl = ports.baseUrl ?? vendor.baseUrl;
  let most = pagination ? pagination.maxPageSize : 0;
  const wish = Math.min(options.pageSize ?? most, most);
  // Numbered pages have one size throughout; a short list is then one short page.
  const size = counted ? wish : Math.min(wish, Math.max(1, options.limit ?? wish));
  return {
    pagination,
    size,
    get stride() {
      return counted ? Math.max(1, Math.min(size, most - 1)) : size;
    },
    read: async (position, wanted, overlap, callOptions) => {
      const before = overlap && counted && most > 1 ? 1 : 0;
      const offset = position - before;
      const asked = counted ? Math.min(Math.min(size, wanted) + before, most) : size;
      const query = pagination ? pageQuery(pagination, offset, asked) : {};
      const request = buildRequest(operation, input, baseUrl, query, ports.random);
      const answer = rowsOf(operation, await send(operation, request, ports, callOptions), pagination);
      return { ...answer, offset, asked, overlap: before > 0 };
    },
    endOf: ({ offset, rows }, last) => {
      if (!counted) return offset + (pagination ? size : rows.length);
      const index = last === undefined ? -1 : rows.lastIndexOf(last);
      return offset + (index < 0 ? rows.length : index + 1);
    },
    limitTo: ({ rows, asked }) => {
      if (counted && rows.length > 0 && rows.length < asked) most = Math.min(most, rows.length);
    },
  };
};
