import type { Field, InputValues, Operation, Row } from '@patchbay/core';

/** Fields that a simplified record has at most. */
export const mostSimplified = 10;

const usefulness = (name: string, field: Field, leading: readonly string[]): number => {
  const { kind, readOnly, nullable } = field;
  if (leading.includes(name)) return 0;
  if (kind === 'choice' || (kind === 'text' && /^(state|status)$/.test(name))) return 1;
  if (kind === 'ref' || (kind === 'id' && !nullable)) return 2;
  if (kind === 'date' || kind === 'money' || (kind === 'dateTime' && !readOnly)) return 3;
  if (readOnly || kind === 'id') return 6;
  return ['text', 'longText', 'url'].includes(kind) ? 5 : 4;
};

/** Names of the answer's fields, as far as they are defined. */
const fieldsOf = ({ definition, resource }: Operation): readonly (readonly [string, Field])[] =>
  definition.returns === 'nothing' || definition.returns === 'file'
    ? []
    : Object.entries(definition.row ?? resource.fields);

/** Whether the form offers Simplify: the answer has more than ten fields. */
export const isSimplified = (operation: Operation): boolean => fieldsOf(operation).length > mostSimplified;

/**
 * The fields that a simplified record keeps: those that the resource names, else identifier and title, then states, references
 * and days, then what else people set, at most ten and in the order of the definition. Nested records are among them only by
 * name; secrets and superseded fields never are.
 */
export const simplifiedFields = (operation: Operation): string[] => {
  const { key = 'id', title = 'name', simplified } = operation.resource;
  if (simplified && (operation.composite || !operation.definition.row)) return [...simplified];
  const leading = [key, ...[title].flat(), ...(operation.added ?? [])];
  const plain = fieldsOf(operation).filter(
    ([, { kind, secret, deprecated }]) => !['list', 'object', 'json'].includes(kind) && !secret && !deprecated,
  );
  const kept = new Set(
    plain
      .toSorted(([a, one], [b, other]) => usefulness(a, one, leading) - usefulness(b, other, leading))
      .slice(0, mostSimplified)
      .map(([name]) => name),
  );
  return plain.map(([name]) => name).filter((name) => kept.has(name));
};

/** What the caller asked for by name in a list, such as relations to embed, or by waiting for it, is kept whatever it is. */
const askedFor = ({ inputs, added = [] }: Operation, values: InputValues): string[] => [
  ...inputs
    .filter(({ place, field }) => place === 'query' && ['list', 'choices'].includes(field.kind))
    .flatMap(({ name }) => values[name] ?? [])
    .map((value) => String(value).split('.')[0] as string),
  ...added,
];

const secretsOf = (operation: Operation): string[] =>
  fieldsOf(operation)
    .filter(([, { secret }]) => secret)
    .map(([name]) => name);

/**
 * Shortens records to their most useful fields and those that the input asks for.
 * @param raw whether secrets were asked for too
 */
export const simplifier = (operation: Operation, values: InputValues, raw = false): ((row: Row) => Row) => {
  const names = [
    ...new Set([...simplifiedFields(operation), ...askedFor(operation, values), ...(raw ? secretsOf(operation) : [])]),
  ];
  return (row) => Object.fromEntries(names.filter((name) => Object.hasOwn(row, name)).map((name) => [name, row[name]]));
};
