import { InputError } from '../errors/input-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import type { Operation } from '../project/operation.ts';
import type { InputValues } from '../request/check-input.ts';
import type { CallOptions } from '../request/ports.ts';
import type { Row } from '../request/read-answer.ts';
import type { SendPorts } from '../request/send.ts';
import { withoutSecrets } from '../request/without-secrets.ts';
import { createAhead } from './ahead.ts';
import { isLast, startOf } from './cursor.ts';
import { createJoint } from './joint.ts';
import { createReader } from './reader.ts';

/** How a list is to be walked. */
export interface ListOptions extends CallOptions {
  /** Rows wanted at most. @default all */
  readonly limit?: number;
  /** Rows passed over at the start. @default 0 */
  readonly offset?: number;
  /** Rows asked for in one request. @default what the vendor allows at most */
  readonly pageSize?: number;
  /** `next` of an earlier page: goes on behind it, whatever `offset` says */
  readonly after?: string;
  /** Pages fetched ahead at once, 1 to 16, where the vendor tells the total. @default 4 */
  readonly ahead?: number;
}

/** Some rows of a list, in order. */
export interface Page {
  readonly rows: readonly Row[];
  /** Rows over all pages, where the vendor tells */
  readonly total?: number;
  /** Cursor of the following page; absent on the last one */
  readonly next?: string;
}

const checkCount = (name: string, value: number | undefined, least: number, most: number): void => {
  if (value !== undefined && value !== most && (!Number.isInteger(value) || value < least || value > most))
    throw new InputError('The list cannot be read', [
      {
        field: name,
        problem:
          most === Number.POSITIVE_INFINITY
            ? `must be a whole number of at least ${least}`
            : `must be a whole number from ${least} to ${most}`,
      },
    ]);
};

const endless = ({ vendor, key, definition }: Operation): ResponseError =>
  new ResponseError(`${vendor.label} sends the same page of "${definition.summary}" again and again`, '', {
    code: 'ENDLESS_LIST',
    vendor: vendor.name,
    operation: key,
    advice: 'Narrow the list down with a filter or a limit',
  });

const defaultAhead = 4;

/** Pages in a row without a new row: many rows may just have come in, but not for ever. */
const mostRepeats = 3;

/**
 * Walks a list page by page; at most `ahead` pages are held. Neighbouring pages overlap by one row where the vendor counts
 * rows: when that row has moved, the walk steps back until it finds rows it knows, so that none is lost; rows that were
 * handed out are not handed out again. Pages that bring nothing new end the walk with an error.
 * @throws InputError, HttpError, TransportError, ResponseError (`ENDLESS_LIST` for pages that repeat)
 */
export async function* pages(
  operation: Operation,
  input: InputValues,
  ports: SendPorts,
  options: ListOptions = {},
): AsyncGenerator<Page, void, undefined> {
  checkCount('limit', options.limit, 0, Number.POSITIVE_INFINITY);
  checkCount('offset', options.offset, 0, Number.POSITIVE_INFINITY);
  checkCount('pageSize', options.pageSize, 1, Number.POSITIVE_INFINITY);
  checkCount('ahead', options.ahead, 1, 16);
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const width = options.ahead ?? defaultAhead;
  const reader = createReader(operation, input, ports, options);
  const { start, rest } = startOf(reader.pagination, options, reader.size);
  const key = operation.resource.key ?? 'id';
  const joint = createJoint(key, 2 * Math.max(reader.size, 1));
  const wantedAt = (position: number): number => Math.max(1, limit - (position - start));
  const ahead = createAhead(
    (position, signal) =>
      reader.read(position, wantedAt(position), position > start && joint.keyed, { ...options, signal }),
    options.signal,
  );
  let position = start;
  let left = limit;
  let passOver = rest;
  let before: string | undefined;
  let stuck = 0;
  try {
    for (let page = 1; left > 0; page++) {
      let answer = await ahead.take(position);
      if (answer.overlap && !joint.holds(answer.rows)) {
        ahead.drop();
        for (let step = reader.size; !joint.knows(answer.rows) && position > start; step *= 2) {
          position = Math.max(start, position - step);
          answer = await reader.read(position, reader.size, false, options);
        }
      }
      const fresh = joint.fresh(answer.rows);
      const content = joint.keyed || answer.total !== undefined ? undefined : JSON.stringify(answer.rows);
      const repeats = content === undefined ? fresh.length === 0 : content === before;
      stuck = repeats ? stuck + 1 : 0;
      before = content;
      const rows = fresh.slice(passOver, passOver + left);
      passOver -= Math.min(passOver, fresh.length);
      left -= rows.length;
      const end = reader.endOf(answer, rows.at(-1));
      const last = isLast(reader.pagination, end, answer.asked, answer) || end <= answer.offset;
      const { total } = answer;
      options.onProgress?.({ kind: 'page', page, rows: rows.length, ...(total !== undefined && { total }) });
      if (!last) {
        if (stuck >= mostRepeats) throw endless(operation);
        reader.limitTo(answer);
        const known = Math.min(total ?? 0, start + rest + limit);
        for (let next = end, asked = 0; left > 0 && next < known && asked < width; next += reader.stride, asked++)
          ahead.ask(next);
      }
      yield {
        rows: options.raw ? rows : rows.map((row) => withoutSecrets(operation, row)),
        ...(total !== undefined && { total }),
        ...(!last && { next: String(end) }),
      };
      if (last) return;
      position = end;
    }
  } finally {
    ahead.drop();
  }
}
