import { checkField, coerce, type Field, type Operation } from '@patchbay/core';
import { refusal } from '../api-error.ts';
import type { Call, VendorRules } from '../rules.ts';
import { paginationOf } from './paging.ts';

/** A request's query, checked. */
export type Query = Pick<Call, 'query' | 'page'>;

type Paging = Pick<VendorRules, 'pageSize' | 'longestPage' | 'takesLimitZero'>;

const countIn = (name: string, text: string | undefined, otherwise: number, least: number, most: number): number => {
  if (text === undefined) return otherwise;
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= least && count <= most) return count;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw refusal(400, `Wrong ${name}`, `The query parameter ${name} must be a whole number ${range}, but is "${text}"`);
};

const pageIn = (
  operation: Operation,
  texts: ReadonlyMap<string, readonly string[]>,
  { pageSize = 100, longestPage, takesLimitZero }: Paging,
): Call['page'] => {
  const pagination = paginationOf(operation);
  if (!pagination) return undefined;
  const first = (name: string) => texts.get(name)?.[0];
  const maxPageSize = longestPage?.(operation) ?? pagination.maxPageSize;
  const usual = Math.min(pageSize, maxPageSize);
  if (pagination.style === 'offset') {
    const least = takesLimitZero?.(operation) ? 0 : 1;
    const limit = countIn(pagination.limit, first(pagination.limit), usual, least, maxPageSize) || usual;
    return { limit, offset: countIn(pagination.offset, first(pagination.offset), 0, 0, Number.MAX_SAFE_INTEGER) };
  }
  const limit = countIn(pagination.size, first(pagination.size), usual, 1, maxPageSize);
  return { limit, offset: (countIn(pagination.page, first(pagination.page), 1, 1, 1_000_000_000) - 1) * limit };
};

const readValue = (field: Field, texts: readonly string[]): unknown => {
  const [text = ''] = texts;
  // Conditions and orders come as the vendor writes them, whatever they look like.
  if (field.kind === 'filter' || field.kind === 'sort') return text;
  if (field.several !== 'repeat') return coerce(field, text);
  return field.item ? texts.map((one) => coerce(field.item as Field, one)) : texts;
};

/**
 * Reads a query as strictly as a definition allows: names, kinds, page limits.
 * @throws ApiError with status 400
 */
export const readQuery = (
  operation: Operation,
  search: URLSearchParams,
  rules: Paging & Pick<VendorRules, 'ignoresUnknownQuery'>,
): Query => {
  const { ignoresUnknownQuery = false } = rules;
  const { definition } = operation;
  const inputs = operation.inputs.filter(({ place }) => place === 'query');
  const fields = new Map(inputs.map((input) => [input.field.wire ?? input.name, input]));
  const pagination = paginationOf(operation);
  const paging = !pagination
    ? []
    : pagination.style === 'offset'
      ? [pagination.limit, pagination.offset]
      : [pagination.page, pagination.size];
  const texts = new Map<string, string[]>();
  for (const [name, text] of search) {
    const known = fields.get(name);
    if (!known && !paging.includes(name)) {
      if (ignoresUnknownQuery) continue;
      const what = `"${definition.summary}" takes no query parameter ${name}`;
      throw refusal(400, `Unknown query parameter: ${name}`, what);
    }
    const before = texts.get(name) ?? [];
    if (before.length > 0 && known?.field.several !== 'repeat')
      throw refusal(400, `Doubled query parameter: ${name}`, `${name} may be given once`);
    texts.set(name, [...before, text]);
  }
  const query: Record<string, unknown> = {};
  for (const [wire, { name, field, required }] of fields) {
    const given = texts.get(wire);
    if (given === undefined && (required || field.required))
      throw refusal(400, `Missing query parameter: ${wire}`, `The query parameter ${wire} must be given`);
    if (given === undefined) continue;
    const value = readValue(field, given);
    const [issue] = checkField(field, value, wire);
    if (issue) throw refusal(400, `Wrong ${issue.field}`, `The query parameter ${issue.field} ${issue.problem}`);
    query[name] = value;
  }
  return { query, page: pageIn(operation, texts, rules) };
};
