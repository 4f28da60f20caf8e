import { type Field, type Fields, json } from '../define/field.ts';
import type { Pagination } from '../define/pagination.ts';
import { InputError, type InputIssue } from '../errors/input-error.ts';
import type { Input, Operation } from '../project/operation.ts';
import { checkInput, type InputValues } from './check-input.ts';

/** The path as it is sent, or what is wrong with it. */
const pathOf = (given: string): { readonly path: string } | { readonly problem: string } => {
  if (/[?#\\]/.test(given)) return { problem: 'must be a path alone: give the query in its own field' };
  if (given.startsWith('//') || /^[a-z][\w+.-]*:/i.test(given)) return { problem: 'must be a path without a host' };
  const path = new URL(given.startsWith('/') ? given : `/${given}`, 'http://localhost').pathname;
  const segments = (text: string): number => text.split('/').filter(Boolean).length;
  return segments(path) === segments(given) ? { path } : { problem: 'must not have . or .. in it' };
};

const inputsOf = (place: Input['place'], fields: Fields): Input[] =>
  Object.entries(fields).map(([name, field]) => ({ name, label: name, place, required: false, field }));

const queryField = (value: unknown): Field =>
  Array.isArray(value) ? { ...json('A value'), several: 'repeat' } : json('A value');

/** An operation made up for one custom call, with the input for it. */
export interface CustomRequest {
  readonly operation: Operation;
  readonly input: InputValues;
}

/**
 * Turns what a user gave to a custom call into an operation like any other.
 * @throws InputError when method, path or query cannot be used
 */
export const customRequest = (custom: Operation, values: InputValues): CustomRequest => {
  checkInput(custom, values);
  const { vendor } = custom;
  const method = String(values.method);
  const target = pathOf(String(values.path).trim());
  const issues: InputIssue[] = 'problem' in target ? [{ field: 'path', problem: target.problem }] : [];
  if (values.all_pages === true && method !== 'GET')
    issues.push({ field: 'all_pages', problem: 'goes with GET only: other methods would be sent again and again' });
  if ('problem' in target || issues.length > 0)
    throw new InputError('The custom call cannot be sent', issues, { vendor: vendor.name, operation: custom.key });
  const query = Object.entries((values.query ?? {}) as Record<string, unknown>).filter(([, value]) => value != null);
  const pagination: Pagination | false = values.all_pages === true ? vendor.pagination : false;
  const rowsPath = typeof values.rows_path === 'string' && values.rows_path !== '' ? values.rows_path : undefined;
  const known = [vendor.pagination.rows ?? [], vendor.rowsPath].flat();
  const fields = Object.fromEntries(query.map(([name, value]) => [name, queryField(value)]));
  return {
    operation: {
      ...custom,
      method,
      path: target.path,
      ...(values.body !== undefined && { content: values.body }),
      idempotent: !['POST', 'PATCH'].includes(method),
      inputs: inputsOf('query', fields),
      definition: {
        ...custom.definition,
        pagination,
        rowsPath: rowsPath ?? [...known, ''],
      },
    },
    input: Object.fromEntries(query),
  };
};
