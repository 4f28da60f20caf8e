import {
  doubtAbout,
  type Field,
  labelOf,
  lookupDependencies,
  lookupOf,
  type Operation,
  operationsOf,
  type Vendor,
} from '@patchbay/core';
import type { EditorModel, FormField, FormOperation, FormResource, FormScheme } from '../editor-model.ts';
import { namesOf } from '../names.ts';

const shapeOf = (field: Field): Field => {
  const { description: _, example: __, label: ___, ...rest } = field;
  return {
    ...rest,
    // Entries of a value are checked in the editor, but not described there: their words stay out of the file.
    description: '',
    ...(field.item && { item: shapeOf(field.item) }),
    ...(field.fields && { fields: shapesOf(field.fields) }),
  };
};

const shapesOf = (fields: Readonly<Record<string, Field>>): Record<string, Field> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shapeOf(field)]));

const formField = (name: string, field: Field, label = field.label ?? labelOf(name)): FormField => {
  const { description, example } = field;
  return { ...shapeOf(field), name, label, description, ...(example !== undefined && { example }) };
};

const fieldTable = () => {
  const fields: FormField[] = [];
  const known = new Map<string, number>();
  return {
    fields,
    indexOf(field: FormField): number {
      const text = JSON.stringify(field);
      const index = known.get(text) ?? fields.push(field) - 1;
      known.set(text, index);
      return index;
    },
  };
};

const formOperation = (operation: Operation, indexOf: (field: FormField) => number): FormOperation => {
  const { name, inputs, definition } = operation;
  const doubt = doubtAbout(definition.evidence, operation.vendor);
  const indexes = (required: boolean): number[] =>
    inputs
      .filter((input) => input.required === required)
      .map((input) => indexOf(formField(input.name, input.field, input.label)));
  return {
    name,
    label: labelOf(name),
    summary: definition.summary,
    ...(definition.description && { description: definition.description }),
    ...(doubt && { doubt }),
    ...(definition.deprecated && { deprecated: definition.deprecated }),
    ...(definition.returns === 'many' && { many: true }),
    required: indexes(true),
    optional: indexes(false),
  };
};

const formSchemes = ({ auth }: Vendor): FormScheme[] =>
  Object.values(auth).map(({ name, label, description, fields }) => ({
    name,
    label,
    description,
    fields: Object.entries(fields).map(([field, definition]) => formField(field, definition)),
  }));

const lookupsIn = (vendor: Vendor): Record<string, string[]> => {
  const lists = Object.keys(vendor.resources).flatMap((name) => {
    const list = lookupOf(vendor, name);
    return list ? [[name, lookupDependencies(list)] as const] : [];
  });
  return Object.fromEntries(lists);
};

/** What the forms know of a vendor. Resources without operations are left out. */
export const editorModelOf = (vendor: Vendor): EditorModel => {
  const table = fieldTable();
  const resources = new Map<string, FormResource & { operations: FormOperation[] }>();
  for (const operation of operationsOf(vendor).values()) {
    const { name, label } = operation.resource;
    const resource = resources.get(name) ?? { name, label, operations: [] };
    resource.operations.push(formOperation(operation, table.indexOf));
    resources.set(name, resource);
  }
  return {
    label: vendor.label,
    baseUrl: vendor.baseUrl,
    names: namesOf(vendor),
    fields: table.fields,
    resources: [...resources.values()],
    schemes: formSchemes(vendor),
    lookups: lookupsIn(vendor),
    events: vendor.events.map(({ name, description }) => ({ name, description })),
  };
};
