import { ResponseError } from '../errors/response-error.ts';
import type { Operation } from '../project/operation.ts';
import { parseJson } from './parse-json.ts';
import type { HttpResponse } from './transport.ts';
import { valueAt } from './value-at.ts';

/** One record as the vendor sent it. */
export type Row = Readonly<Record<string, unknown>>;

const unexpected = (operation: Operation, problem: string, content: string, cause?: unknown): ResponseError =>
  new ResponseError(`${operation.vendor.label} answered "${operation.definition.summary}" ${problem}`, content, {
    vendor: operation.vendor.name,
    operation: operation.key,
    advice: 'Check the base URL; if it is right, report this with the answer',
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

/**
 * The record of an answer, `undefined` when the answer is empty.
 * @throws ResponseError when there is something else than one record
 */
export const recordOf = (operation: Operation, response: HttpResponse): Row | undefined => {
  const content = contentOf(operation, response);
  if (content === undefined || isRecord(content)) return content;
  throw unexpected(operation, 'without a record', response.content);
};

/** Rows of an answer, and how many there are over all pages where the vendor tells. */
export interface RowsAnswer {
  readonly rows: readonly Row[];
  readonly total?: number;
}

/**
 * The rows of a list's answer.
 * @throws ResponseError when the vendor's envelope is missing: never an empty list instead
 */
export const rowsOf = (operation: Operation, response: HttpResponse, path: string, totalPath?: string): RowsAnswer => {
  const content = contentOf(operation, response);
  const rows = valueAt(content, path);
  if (!Array.isArray(rows) || !rows.every(isRecord))
    throw unexpected(operation, `without a list of records under "${path}"`, response.content);
  const total = totalPath === undefined ? undefined : valueAt(content, totalPath);
  return typeof total === 'number' ? { rows, total } : { rows };
};
