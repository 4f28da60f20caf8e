import type { Field, Fields } from '../define/field.ts';
import type { Operation } from '../project/operation.ts';
import type { Row } from './read-answer.ts';

const innerOf = (field: Field): Fields | undefined => (field.kind === 'list' ? field.item?.fields : field.fields);

const holdsSecrets = new WeakMap<Fields, boolean>();

/** Whether any field, however deep, is secret. */
export const hasSecrets = (fields: Fields): boolean => {
  const known = holdsSecrets.get(fields);
  if (known !== undefined) return known;
  const found = Object.values(fields).some((field) => {
    const inner = innerOf(field);
    return field.secret === true || (inner !== undefined && hasSecrets(inner));
  });
  holdsSecrets.set(fields, found);
  return found;
};

const cleaned = (value: unknown, fields: Fields): unknown => {
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry, fields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]): [string, unknown][] => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field?.secret) return [];
      const inner = field && innerOf(field);
      return [[name, inner && hasSecrets(inner) ? cleaned(entry, inner) : entry]];
    }),
  );
};

/** A record of a resource without what its fields mark as secret. */
export const cleanRecord = (fields: Fields | undefined, record: Row): Row =>
  fields && hasSecrets(fields) ? (cleaned(record, fields) as Row) : record;

/** A row without what its definition marks as secret: passwords, share tokens. The row itself when it holds none. */
export const withoutSecrets = ({ definition, resource }: Operation, row: Row): Row =>
  cleanRecord(definition.row ?? resource.fields, row);
