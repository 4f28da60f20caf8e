import type { Field } from '@patchbay/core';
import { ApiError, invalid, notFound, refusal } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';
import { isVisible } from './visible.ts';

interface Reference {
  readonly table: string;
  readonly id: string;
  /** Wire name of the input */
  readonly field: string;
  readonly place: 'path' | 'query' | 'body';
}

type Found = Pick<Reference, 'table' | 'id'>;

const inValue = (field: Field, value: unknown): Found[] => {
  if (field.kind === 'ref') return typeof value === 'string' ? [{ table: field.to ?? '', id: value }] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => (field.item ? inValue(field.item, entry) : []));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    field.fields?.[name] ? inValue(field.fields[name], inner) : [],
  );
};

const referencesIn = (call: Call): Reference[] =>
  call.operation.inputs.flatMap(({ name, place, field }) => {
    if (place !== 'path' && place !== 'query' && place !== 'body') return [];
    return inValue(field, call[place][name]).map((found) => ({ ...found, field: field.wire ?? name, place }));
  });

/** An unknown file is no refusal where labels are put on it: the answer is an empty one. */
const overlooked = ({ operation, query }: Call, { table, id }: Reference): boolean =>
  (table === 'file' && /^file\.(add|remove)Labels$/.test(operation.key)) ||
  // The top of a project goes by the project's own identifier.
  (table === 'folder' && id === query.project_id);

/**
 * Every record that a request names must be there, in a project that the token's owner sees.
 * @throws ApiError 404 for what the path or query names, 400 for the body, 403 for what is not visible
 */
export const checkReferences = (call: Call): void => {
  const { twin } = call;
  const wrong: ApiError[] = [];
  for (const reference of referencesIn(call)) {
    const { table, id, field, place } = reference;
    const row = twin.store.find(table, id);
    if (row && !isVisible(table, row, twin)) throw refusal(403, 'Forbidden', `You have no access to this ${table}`);
    if (row || overlooked(call, reference)) continue;
    if (place !== 'body') throw notFound(table, id);
    wrong.push(invalid(field, `must be the id of a ${table}, but there is none ${id}`));
  }
  const problems = wrong.flatMap((error) => error.problems);
  if (problems.length > 0) throw new ApiError(400, problems);
};
