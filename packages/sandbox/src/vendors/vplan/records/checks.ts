import type { Problem } from '../../../api-error.ts';
import type { ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { entriesOf } from './lists.ts';

/** Values of a body, with those of the path. */
export type Values = Readonly<Record<string, unknown>>;

/** One entry of vPlan's error list for a field. */
export const problem = (field: string, what: string): Problem => ({
  message: `${field}: ${what}`,
  description: `The field ${field} ${what}`,
});

/** What vPlan says of a value that another record has already. */
export const duplicate = (description: string): Problem => ({ message: 'Duplicate entry', description });

/** `external_ref` is unique for each kind of record; archived records count. */
export const duplicateReference = (
  resource: string,
  values: Values,
  before: Row | undefined,
  twin: Twin,
): Problem[] => {
  const reference = values.external_ref;
  if (typeof reference !== 'string') return [];
  const taken = twin.store.rows(resource).some((row) => row.external_ref === reference && row.id !== before?.id);
  return taken ? [duplicate(`Another ${resource} has the external_ref ${reference}`)] : [];
};

/** Rules of a kind of record whose external reference is unique. */
export const withReference = (resource: string, rules: ResourceRules = {}): ResourceRules => ({
  ...rules,
  check: (values, before, twin) => [
    ...duplicateReference(resource, values, before, twin),
    ...(rules.check?.(values, before, twin) ?? []),
  ],
});

/** Entries `{id}` of a list in a body that name no record of a table. */
export const unknownLinks = (values: Values, field: string, table: string, twin: Twin): Problem[] =>
  entriesOf(values[field]).flatMap(({ id }, index) =>
    twin.store.find(table, id) ? [] : [problem(`${field}.${index}.id`, `must be the identifier of a ${table}`)],
  );

/** An identifier in a body that names no record of a table. */
export const unknownRecord = (values: Values, field: string, table: string, twin: Twin): Problem[] => {
  const id = values[field];
  if (id === undefined || id === null || twin.store.find(table, id)) return [];
  return [problem(field, `must be the identifier of a ${table}`)];
};
