import type { Field, Input, Operation, Vendor } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { filterProperties, sortProperties } from './conditions-builder.ts';
import { entriesProperties } from './entries.ts';
import { entryFieldsOf } from './entry-fields.ts';
import { loadedMenu, loadedValuesOf } from './loaded-menu.ts';
import { pickListOf, tierOf } from './placement.ts';
import { locatorWidget, widgetOf } from './widget.ts';
import { fieldDescription, shownName } from './wording.ts';

const pickListFor = (operation: Operation, { field }: Input): Operation | undefined =>
  field.kind === 'ref'
    ? pickListOf(operation.vendor, field.to, new Set(operation.inputs.map(({ name }) => name)), tierOf(operation))
    : undefined;

const madeFor = (vendor: Vendor, input: Input, name: string, list: Operation | undefined): INodeProperties[] => {
  const { field, label, required } = input;
  if (field.kind === 'filter') return filterProperties({ ...input, name }, vendor.filter);
  if (field.kind === 'sort') return sortProperties({ ...input, name }, vendor.sort);
  if (!list && loadedValuesOf(field))
    return [{ ...loadedMenu(shownName(label), name, field), ...(required && { required }) }];
  const displayName = shownName(list ? label.replace(/ ID$/, '') : label);
  const property: INodeProperties = {
    displayName,
    name,
    ...(list ? locatorWidget(list.resource.name) : widgetOf(field)),
    ...(required && { required }),
    ...fieldDescription(displayName, field),
  };
  const entries = entryFieldsOf(field);
  return entries ? entriesProperties(property, entries) : [property];
};

const made = new WeakMap<Field, Map<string, INodeProperties[]>>();

/**
 * The form's properties for one input, one for most. A record is chosen from a list where the vendor has one, else named by
 * its identifier. Made once for a field that several operations take.
 */
export const inputProperties = (operation: Operation, input: Input, name: string): INodeProperties[] => {
  const { vendor } = operation;
  const list = pickListFor(operation, input);
  const key = `${vendor.name} ${name} ${input.label} ${input.required} ${list?.resource.name}`;
  const known = made.get(input.field) ?? new Map<string, INodeProperties[]>();
  made.set(input.field, known);
  const properties = known.get(key) ?? madeFor(vendor, input, name, list);
  known.set(key, properties);
  return properties;
};
