import type { Field, Operation } from '@patchbay/core';
import { isEmbeddedOnly } from './relations.ts';

const nestedKinds = ['list', 'object', 'json', 'choices'];

/** The field of a resource that `filter` and `sort` may name; embedded and nested ones they may not. */
export const mainField = ({ vendor, resource }: Operation, name: string): Field | undefined => {
  const field = Object.hasOwn(resource.fields, name) ? resource.fields[name] : undefined;
  if (!field || nestedKinds.includes(field.kind) || isEmbeddedOnly(vendor, resource.name, name)) return undefined;
  return field;
};
