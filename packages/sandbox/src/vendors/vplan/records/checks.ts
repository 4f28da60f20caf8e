import { fieldProblem, type Problem } from '../../../api-error.ts';
import type { ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { type Entry, entriesOf, linkIds } from './lists.ts';

/** Values of a body, with those of the path. */
export type Values = Readonly<Record<string, unknown>>;

/** One entry of vPlan's error list for a field. */
export const problem = fieldProblem;

/** What an identifier of a table has to be, wherever it stands. */
export const identifierOf = (table: string): string =>
  `must be the identifier of ${/^[aeio]/.test(table) ? 'an' : 'a'} ${table}`;

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

/** External references that stand twice in one list: each entry after the first. */
export const repeatedReferences = (resource: string, entries: readonly Entry[]): Problem[] => {
  const references = entries.map(({ external_ref }) => external_ref);
  return references.flatMap((reference, index) =>
    typeof reference === 'string' && references.indexOf(reference) < index
      ? [duplicate(`Another ${resource} of the request has the external_ref ${reference}`)]
      : [],
  );
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
    twin.store.find(table, id) ? [] : [problem(`${field}.${index}.id`, identifierOf(table))],
  );

/** An identifier in a body that names no record of a table; `prefix` stands before the name of the field. */
export const unknownRecord = (values: Values, field: string, table: string, twin: Twin, prefix = ''): Problem[] => {
  const id = values[field];
  if (id === undefined || id === null || twin.store.find(table, id)) return [];
  return [problem(`${prefix}${field}`, identifierOf(table))];
};

const isOn = (board: unknown, table: string, id: unknown, { store }: Twin): boolean => {
  const row = store.find(table, id);
  // A collection may wait without a board: any will do then.
  return row !== undefined && (typeof board !== 'string' || row.board_id === board);
};

/**
 * Labels, a stage and a status in a body that are none of the board. What the record has already may be sent back, whichever
 * board it has come to since.
 * @param prefix stands before the names of fields
 */
export const strangersTo = (
  board: unknown,
  values: Values,
  before: Row | undefined,
  twin: Twin,
  prefix = '',
): Problem[] => {
  const kept = linkIds(before?.labels);
  return [
    ...entriesOf(values.labels).flatMap(({ id }, index) =>
      kept.includes(String(id)) || isOn(board, 'label', id, twin)
        ? []
        : [problem(`${prefix}labels.${index}.id`, `${identifierOf('label')} of the board`)],
    ),
    ...['stage', 'status'].flatMap((table) => {
      const id = values[`${table}_id`];
      if (id === undefined || id === before?.[`${table}_id`] || isOn(board, table, id, twin)) return [];
      return [problem(`${prefix}${table}_id`, `${identifierOf(table)} of the board`)];
    }),
  ];
};
