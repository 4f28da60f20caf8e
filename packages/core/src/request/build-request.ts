import type { Field } from '../define/field.ts';
import { InputError } from '../errors/input-error.ts';
import type { Input, Operation } from '../project/operation.ts';
import { checkInput, type InputValues } from './check-input.ts';
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

const queryText = (field: Field, value: unknown): string => {
  if (Array.isArray(value)) return value.map(String).join(',');
  return field.kind === 'json' || typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const valueFor = (input: Input, values: InputValues): unknown =>
  Object.hasOwn(values, input.name) && values[input.name] !== undefined ? values[input.name] : input.field.default;

/**
 * The request for an operation and a checked input. Path segments and query values are encoded one by one, so no value
 * can change the path, the query's structure or the host.
 * @param extraQuery what the pagination adds
 * @throws InputError when the input or the base URL does not fit
 */
export const buildRequest = (
  operation: Operation,
  values: InputValues,
  baseUrl: string,
  extraQuery: Readonly<Record<string, string>> = {},
): HttpRequest => {
  checkInput(operation, values);
  const query: string[] = [];
  const body: [string, unknown][] = [];
  for (const input of operation.inputs) {
    const value = valueFor(input, values);
    if (value === undefined || input.place === 'path') continue;
    if (input.place === 'body') body.push([input.name, value]);
    else query.push(`${encodeURIComponent(input.name)}=${encodeURIComponent(queryText(input.field, value))}`);
  }
  for (const [name, value] of Object.entries(extraQuery))
    query.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const url = `${baseUrlOf(baseUrl)}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const headers = { accept: 'application/json' };
  if (!operation.definition.body) return { method: operation.method, url, headers };
  return {
    method: operation.method,
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    content: JSON.stringify(Object.fromEntries(body)),
  };
};
