import type * as Core from '@patchbay/core';
import type {
  CompositeDefinition,
  Field,
  Fields,
  Operation,
  OperationDefinition,
  Resource,
  Vendor,
} from '@patchbay/core';
import { isSimplified, mostSimplified, simplifiedFields } from '../src/execute/simplify.ts';
import { entryFieldsOf } from '../src/properties/entry-fields.ts';

/** Of each entry, what the function makes of it; those without a value are left out. */
const each = <In>(
  entries: Readonly<Record<string, In>> | undefined,
  made: (entry: In, name: string) => object | undefined,
): Record<string, object> =>
  Object.fromEntries(
    Object.entries(entries ?? {}).flatMap(([name, entry]) => {
      const value = made(entry, name);
      return value ? [[name, value]] : [];
    }),
  );

/** Of a field within a value that is written as JSON: what it is checked by. */
const checked = ({ label, description, example, suggestions, unit, ...field }: Field): object => ({
  ...field,
  ...(field.item && { item: checked(field.item) }),
  ...(field.fields && { fields: each(field.fields, checked) }),
});

/** Kinds whose widgets show no example; that of JSON may be a text. */
const withoutExample = /^(integer|number|money|flag|choices?|date|dateTime|colour|object|file|filter|sort)$/;
const showsExample = ({ kind, example }: Field): boolean =>
  example !== undefined && !withoutExample.test(kind) && (kind !== 'json' || typeof example === 'string');

/** Of a field that is asked for: all but what its widget does not show. */
const asked = ({ example, ...field }: Field): object => ({
  ...field,
  ...(showsExample({ ...field, example }) && { example }),
  ...(field.item && !entryFieldsOf(field) && { item: checked(field.item) }),
  ...(field.fields && { fields: each(field.fields, checked) }),
});

/**
 * What a package needs of a vendor's definition while it runs: all that is asked for and sent. Left out is what only the
 * reference is made of: where each thing is documented, and of answers what neither Simplify nor the search for secrets
 * looks at.
 * @param core the functions of the core, which is not built yet when packages are
 */
export const runTimeDefinition = (
  vendor: Vendor,
  { hasSecrets, operationsOf }: Pick<typeof Core, 'hasSecrets' | 'operationsOf'>,
): object => {
  const operations = [...operationsOf(vendor).values()];
  const inputs = new Set(operations.flatMap((operation) => operation.inputs.map(({ field }) => field)));
  const hasSecret = (field: Field): boolean => hasSecrets({ field });

  /** Of a field that is only answered: what Simplify chooses by, and where secrets are. */
  const answered = ({ kind, item, fields, readOnly, nullable, secret, deprecated }: Field): object => {
    const inner = each(kind === 'list' ? item?.fields : fields, (field) =>
      hasSecret(field) ? answered(field) : undefined,
    );
    return {
      kind,
      ...(readOnly && { readOnly }),
      ...(nullable && { nullable }),
      ...(secret && { secret }),
      ...(deprecated && { deprecated }),
      ...(Object.keys(inner).length > 0 &&
        (kind === 'list' ? { item: { kind: item?.kind, fields: inner } } : { fields: inner })),
    };
  };

  /** Of a field that rows can be filtered and sorted by: its name and description too. */
  const offered = (field: Field): object => {
    const { label, description } = field;
    return { ...answered(field), ...(label !== undefined && { label }), description };
  };

  /** Names of what is looked at in an answer: secrets, and what Simplify keeps, with one field more so that it stays offered. */
  const lookedAt = (operation: Operation): readonly string[] => {
    const fields: Fields = operation.definition.row ?? operation.resource.fields;
    const secret = Object.keys(fields).filter((name) => hasSecret(fields[name] as Field));
    if (!isSimplified(operation)) return secret;
    const kept = simplifiedFields(operation);
    const others = Object.keys(fields).filter((name) => !kept.includes(name));
    return [...secret, ...kept, ...others.slice(0, mostSimplified + 1 - kept.length)];
  };

  const operationPart = (
    { source, evidence, ...others }: OperationDefinition | CompositeDefinition,
    operation: Operation | undefined,
  ): object => {
    // What is better supported is shown in the reference alone.
    const definition = { ...others, ...(evidence === 'inferred' && { evidence }) };
    if (!('route' in definition) || !operation) return definition;
    const { path, query, body, choosing, row } = definition;
    const known = new Set(lookedAt(operation));
    return {
      ...definition,
      ...(path && { path: each(path, asked) }),
      ...(query && { query: each(query, asked) }),
      ...(body && {
        body: {
          ...body,
          ...(body.fields && { fields: each(body.fields, asked) }),
          ...(body.outside && { outside: each(body.outside, asked) }),
        },
      }),
      ...(choosing && { choosing: each(choosing, asked) }),
      ...(row && { row: each(row, (field, name) => (known.has(name) ? answered(field) : undefined)) }),
    };
  };

  const resourcePart = ({ description, ...resource }: Resource): object => {
    const own = operations.filter(({ resource: { name } }) => name === resource.name);
    const known = new Set(own.filter(({ definition, composite }) => composite || !definition.row).flatMap(lookedAt));
    const isListed = own.some((operation) => operation.inputs.some(({ field }) => /^(filter|sort)$/.test(field.kind)));
    const part = (field: Field, name: string): object | undefined => {
      if (inputs.has(field)) return asked(field);
      if (isListed) return offered(field);
      return known.has(name) ? answered(field) : undefined;
    };
    return {
      ...resource,
      fields: each(resource.fields, part),
      operations: each(resource.operations, (definition, name) =>
        operationPart(
          definition,
          own.find((operation) => operation.name === name),
        ),
      ),
    };
  };

  const { website, description, ...needed } = vendor;
  return { ...needed, resources: each(vendor.resources, resourcePart) };
};
