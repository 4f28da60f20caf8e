import type { Field, Operation } from '@patchbay/core';

/** A field of a request's content and where it stands in it. */
export interface BodyField {
  /** As handlers know it */
  readonly name: string;
  /** As it is sent */
  readonly wire: string;
  readonly field: Field;
  readonly required: boolean;
}

/** What a definition says about the content of a request. */
export interface BodyShape {
  /** Names of the objects around the fields, outermost first; empty without wrapping */
  readonly wrap: readonly string[];
  /** The wrapping is a list with one object */
  readonly inList: boolean;
  readonly wrapped: readonly BodyField[];
  readonly outside: readonly BodyField[];
  /** Values that must be there as they are, beside the wrapping */
  readonly fixed: Readonly<Record<string, unknown>>;
  /** Path parameters that are repeated beside the wrapped fields */
  readonly fromPath: readonly string[];
}

/** Whether a field takes files. */
export const isFileField = (field: Field): boolean => field.kind === 'file' || field.item?.kind === 'file';

const fieldsAt = (operation: Operation, wanted: 'body' | 'outside'): BodyField[] => {
  const must = new Set<string>(operation.definition.body?.required);
  return operation.inputs
    .filter(({ place }) => place === wanted)
    .map(({ name, field, required }) => ({
      name,
      wire: field.wire ?? name,
      field,
      // A caller may leave out what is found otherwise; the request never does.
      required: required || field.required === true || must.has(name),
    }));
};

/**
 * The shape of an operation's content.
 * @param alsoTaken further fields of the resource that the vendor takes
 */
export const bodyShapeOf = (operation: Operation, alsoTaken: readonly string[]): BodyShape => {
  const { wrap = '', fixed = {}, fromPath = [] } = operation.definition.body ?? {};
  const more = alsoTaken.flatMap((name): BodyField[] => {
    const field = operation.resource.fields[name];
    return field ? [{ name, wire: field.wire ?? name, field, required: false }] : [];
  });
  const own = fieldsAt(operation, 'body');
  return {
    wrap: wrap === '' ? [] : wrap.replace(/\[\]$/, '').split('.'),
    inList: wrap.endsWith('[]'),
    wrapped: [...own, ...more.filter(({ name }) => !own.some((field) => field.name === name))],
    outside: fieldsAt(operation, 'outside'),
    fixed,
    // A vendor that takes it as a field of its own does not insist on it.
    fromPath: fromPath.filter((name) => !alsoTaken.includes(name)),
  };
};
