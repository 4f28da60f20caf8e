import { checkField, coerce, type Operation } from '@patchbay/core';
import { refusal } from '../api-error.ts';
import type { Call } from '../rules.ts';

/** A request's query, checked. */
export type Query = Pick<Call, 'query' | 'page'>;

const defaultPageSize = 100;

const countIn = (name: string, text: string | undefined, otherwise: number, least: number, most: number): number => {
  if (text === undefined) return otherwise;
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= least && count <= most) return count;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw refusal(400, `Wrong ${name}`, `The query parameter ${name} must be a whole number ${range}, but is "${text}"`);
};

/**
 * Reads a query as strictly as a definition allows: names, kinds, page limits.
 * @throws ApiError with status 400
 */
export const readQuery = (operation: Operation, search: URLSearchParams): Query => {
  const { definition, vendor } = operation;
  const pagination = definition.returns === 'many' ? (definition.pagination ?? vendor.pagination) : false;
  const fields = new Map(operation.inputs.filter(({ place }) => place === 'query').map((input) => [input.name, input]));
  const texts = new Map<string, string>();
  for (const [name, text] of search) {
    if (!fields.has(name) && !(pagination && [pagination.limit, pagination.offset].includes(name)))
      throw refusal(
        400,
        `Unknown query parameter: ${name}`,
        `"${definition.summary}" takes no query parameter ${name}`,
      );
    if (texts.has(name)) throw refusal(400, `Doubled query parameter: ${name}`, `${name} may be given once`);
    texts.set(name, text);
  }
  const query: Record<string, unknown> = {};
  for (const [name, input] of fields) {
    const text = texts.get(name);
    if (text === undefined && input.required)
      throw refusal(400, `Missing query parameter: ${name}`, `The query parameter ${name} must be given`);
    if (text === undefined) continue;
    const value = coerce(input.field, text);
    const [issue] = checkField(input.field, value, name);
    if (issue) throw refusal(400, `Wrong ${issue.field}`, `The query parameter ${issue.field} ${issue.problem}`);
    query[name] = value;
  }
  if (!pagination) return { query, page: undefined };
  const limit = countIn(pagination.limit, texts.get(pagination.limit), defaultPageSize, 1, pagination.maxPageSize);
  const offset = countIn(pagination.offset, texts.get(pagination.offset), 0, 0, Number.MAX_SAFE_INTEGER);
  return { query, page: { limit, offset } };
};
