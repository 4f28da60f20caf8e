import type { Field } from '../define/field.ts';
import type { Vendor } from '../define/vendor.ts';
import { InputError } from '../errors/input-error.ts';
import type { Input, Operation } from '../project/operation.ts';
import { buildBody } from './build-body.ts';
import { checkInput, type InputValues } from './check-input.ts';
import { filterText, sortText } from './filter-text.ts';
import type { HttpRequest } from './transport.ts';

/**
 * A base URL without a slash at the end.
 * @throws InputError when it is no http(s) address, or carries a query, fragment or user name
 */
export const baseUrlOf = (given: string): string => {
  const refuse = (problem: string): InputError =>
    new InputError('The base URL cannot be used', [{ field: 'baseUrl', problem }]);
  let address: URL;
  try {
    address = new URL(given);
  } catch {
    throw refuse('must be an address that starts with https:// or http://');
  }
  if (!/^https?:$/.test(address.protocol)) throw refuse('must start with https:// or http://');
  if (address.search || address.hash || address.username || address.password)
    throw refuse('must not have a user name, query or fragment');
  return address.href.replace(/\/+$/, '');
};

const queryTexts = (vendor: Vendor, field: Field, value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  // Conditions or an order of nothing are not sent; a text is, as it was given.
  if (field.kind === 'filter') return [filterText(vendor.filter, value)].filter(Boolean);
  if (field.kind === 'sort') return [sortText(vendor.sort, value)].filter(Boolean);
  if (!Array.isArray(value)) return [typeof value === 'object' ? JSON.stringify(value) : String(value)];
  // An empty list asks for nothing, whichever way its entries travel.
  if (value.length === 0) return [];
  const texts = value.map((entry) => (typeof entry === 'object' ? JSON.stringify(entry) : String(entry)));
  return field.several === 'repeat' ? texts : [texts.join(',')];
};

const valueFor = (input: Input, values: InputValues): unknown =>
  Object.hasOwn(values, input.name) && values[input.name] !== undefined ? values[input.name] : input.field.default;

/** A request that can be sent as often as needed: content that is streamed is opened anew each time. */
export interface PreparedRequest extends Omit<HttpRequest, 'content'> {
  readonly content?: string | (() => ReadableStream<Uint8Array>);
}

const queryOf = (
  operation: Operation,
  given: readonly (readonly [Input, unknown])[],
  extra: Readonly<Record<string, string>>,
): string => {
  const pair = (name: string, text: string): string => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
  const pairs = given
    // What the pagination says about page and size is not said twice.
    .filter(([input]) => input.place === 'query' && !Object.hasOwn(extra, input.field.wire ?? input.name))
    .flatMap(([{ name, field }, value]) =>
      queryTexts(operation.vendor, field, value).map((text) => pair(field.wire ?? name, text)),
    );
  for (const [name, text] of Object.entries(extra)) pairs.push(pair(name, text));
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
};

/**
 * The request for an operation and a checked input. Path segments and query values are encoded one by one, so no value
 * can change the path, the query's structure or the host.
 * @param extraQuery what the pagination adds
 * @param random numbers in [0, 1) for the boundary of a form
 * @throws InputError when the input or the base URL does not fit
 */
export const buildRequest = (
  operation: Operation,
  values: InputValues,
  baseUrl: string,
  extraQuery: Readonly<Record<string, string>> = {},
  random: () => number = Math.random,
): PreparedRequest => {
  checkInput(operation, values);
  const given = operation.inputs
    .map((input) => [input, valueFor(input, values)] as const)
    .filter(([, value]) => value !== undefined);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const { method } = operation;
  const url = `${baseUrlOf(baseUrl)}${path}${queryOf(operation, given, extraQuery)}`;
  const headers = { accept: 'application/json' };
  if (operation.content !== undefined)
    return {
      method,
      url,
      headers: { ...headers, 'content-type': 'application/json' },
      content: JSON.stringify(operation.content),
    };
  const { body } = operation.definition;
  if (!body) return { method, url, headers };
  const inBody = given.filter(([{ place }]) => place === 'body' || place === 'outside');
  const content = buildBody(body, inBody, values, random);
  if (typeof content === 'string')
    return { method, url, headers: { ...headers, 'content-type': 'application/json' }, content };
  return {
    method,
    url,
    headers: {
      ...headers,
      'content-type': content.contentType,
      ...(content.length !== undefined && { 'content-length': String(content.length) }),
    },
    content: content.open,
  };
};
