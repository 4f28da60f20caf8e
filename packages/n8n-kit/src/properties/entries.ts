import { type Field, type Fields, labelOf } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { choicesOf, sortedBy, type Widget, widgetOf } from './widget.ts';
import { fieldDescription, shownName } from './wording.ts';

/** Group of a list's entries, as the form keeps them. */
export const entriesGroup = 'entries';

/** Name of the property that takes a whole list as JSON: n8n loses a list that stands where its entries are. */
export const jsonOf = (name: string): string => `${name}_json`;

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
      ...fieldDescription(displayName, { ...field, nullable: false }),
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
    description: 'Used instead of the entries',
  },
];
