import { type Field, type Fields, labelOf } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { choicesOf, sortedBy, type Widget, widgetOf } from './widget.ts';
import { describe, descriptionBeside, shownName } from './wording.ts';

/** Group of a list's entries, as the form keeps them. */
export const entriesGroup = 'entries';

/** Name of the property that takes a whole list as JSON: n8n loses a list that stands where its entries are. */
export const jsonOf = (name: string): string => `${name}_json`;

/** Fields that an entry has at most; with more of them JSON is easier to write. */
const handful = 6;

const nested = new Set<Field['kind']>(['list', 'object', 'json', 'choices', 'file', 'filter', 'sort']);

/** The fields of a list's entries, where they are a handful of plain ones that the form can show one by one. */
export const entryFieldsOf = ({ kind, item }: Field): Fields | undefined => {
  if (kind !== 'list' || item?.kind !== 'object' || !item.fields) return undefined;
  const all = Object.entries(item.fields).filter(([, { readOnly }]) => !readOnly);
  if (all.length === 0 || all.length > handful || all.some(([, { kind: each }]) => nested.has(each))) return undefined;
  return Object.fromEntries(all);
};

/** An entry of a list always has all its widgets: those that need not be filled in have an empty state, which is not sent. */
const optionalWidget = (field: Field): Widget => {
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'money':
      return { type: 'string', default: '' };
    case 'flag':
      return {
        type: 'options',
        options: [
          { name: 'No', value: 'false' },
          { name: 'Not Set', value: '' },
          { name: 'Yes', value: 'true' },
        ],
        default: '',
      };
    case 'choice':
      return {
        type: 'options',
        options: sortedBy([{ name: 'Not Set', value: '' }, ...choicesOf(field.values)], ({ name }) => name),
        default: '',
      };
    default:
      return widgetOf(field);
  }
};

const entryProperties = (fields: Fields): INodeProperties[] => {
  const properties = Object.entries(fields).map(([name, field]): INodeProperties => {
    const displayName = shownName(field.label ?? labelOf(name));
    return {
      displayName,
      name,
      ...(field.required ? widgetOf(field) : optionalWidget(field)),
      ...(field.required && { required: true }),
      ...descriptionBeside(displayName, describe({ ...field, nullable: false })),
    };
  });
  return properties.length < 5 ? properties : sortedBy(properties, ({ displayName }) => displayName);
};

/** The properties of a list of objects: its entries one by one, and beside them the whole list, as an expression gives it. */
export const entriesProperties = (property: INodeProperties, fields: Fields): INodeProperties[] => [
  {
    ...property,
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    placeholder: 'Add Entry',
    default: {},
    options: [{ displayName: 'Entry', name: entriesGroup, values: entryProperties(fields) }],
  },
  {
    displayName: `${property.displayName} JSON`,
    name: jsonOf(property.name),
    type: 'json',
    default: '[]',
    description: 'The whole list as JSON, used instead of the entries',
  },
];
