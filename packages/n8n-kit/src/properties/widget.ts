import { type Field, labelOf } from '@patchbay/core';
import type { INodeProperties, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';
import { searchMethodOf } from './placement.ts';

/** What stands in the form for a value. */
export type Widget = Pick<INodeProperties, 'type' | 'default'> &
  Partial<Pick<INodeProperties, 'typeOptions' | 'options' | 'modes' | 'placeholder'>>;

/** Sorted by what is read. The names are English: a collator would take longer to load than all of a node. */
export const sortedBy = <Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] => {
  const keyed = items.map((item) => ({ item, key: nameOf(item).toLowerCase() }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ item }) => item);
};

/** Options as n8n wants them. */
export const sortedOptions = (options: readonly INodePropertyOptions[]): INodePropertyOptions[] =>
  sortedBy(options, ({ name }) => name);

/** What a value is called: a sort key such as `dueDate:ASC` says its direction in words. */
const nameOf = (value: string): string =>
  labelOf(value.replace(/:ASC$/i, '_ascending').replace(/:DESC$/i, '_descending')) || value;

/** Values as options, by their labels. */
export const choicesOf = (values: readonly string[] = []): INodePropertyOptions[] =>
  sortedOptions(values.map((value) => ({ name: nameOf(value), value })));

const numberWidget = ({ kind, minimum, maximum, default: value }: Field): Widget => {
  const typeOptions = {
    ...(kind === 'integer' && { numberPrecision: 0 }),
    ...(minimum !== undefined && { minValue: minimum }),
    ...(maximum !== undefined && { maxValue: maximum }),
  };
  return {
    type: 'number',
    default: typeof value === 'number' ? value : (minimum ?? 0),
    ...(Object.keys(typeOptions).length > 0 && { typeOptions }),
  };
};

const looksLikeColour = ({ example }: Field): boolean => typeof example === 'string' && /^#[\da-f]{6}$/i.test(example);

const textWidget = ({ kind, secret, example, suggestions = [], default: value }: Field): Widget => ({
  type: 'string',
  default: typeof value === 'string' ? value : '',
  ...(kind === 'longText' && { typeOptions: { rows: 4 } }),
  ...(secret && { typeOptions: { password: true } }),
  ...(kind === 'email'
    ? { placeholder: 'name@email.com' }
    : typeof example === 'string' && !secret && !suggestions.includes(example) && { placeholder: `e.g. ${example}` }),
});

const listWidget = ({ item, example }: Field): Widget => {
  if (item && ['object', 'json'].includes(item.kind)) return { type: 'json', default: '[]' };
  if (item?.kind === 'file') return { type: 'string', default: 'data' };
  const placeholder = Array.isArray(example) && example.length > 0 && `e.g. ${example.join(',')}`;
  return { type: 'string', default: '', ...(placeholder && { placeholder }) };
};

/** The widget for a field's kind. */
export const widgetOf = (field: Field): Widget => {
  switch (field.kind) {
    case 'flag':
      return { type: 'boolean', default: field.default === true };
    case 'choice': {
      const options = choicesOf(field.values);
      return { type: 'options', options, default: field.default ?? options[0]?.value ?? '' };
    }
    case 'choices':
      return { type: 'multiOptions', options: choicesOf(field.values), default: [] };
    case 'integer':
    case 'number':
    case 'money':
      return numberWidget(field);
    case 'date':
      return { type: 'dateTime', typeOptions: { dateOnly: true }, default: '' };
    case 'dateTime':
      return { type: 'dateTime', default: '' };
    case 'colour':
      return { type: 'color', default: '' };
    case 'list':
      return listWidget(field);
    case 'json':
      // Most often a text or a number: nobody should have to put it in quotes.
      if (typeof field.example === 'string') return textWidget(field);
      return { type: 'json', default: '{}' };
    case 'object':
      return { type: 'json', default: '{}' };
    case 'file':
      return { type: 'string', default: 'data' };
    default:
      return looksLikeColour(field) ? { type: 'color', default: '' } : textWidget(field);
  }
};

/**
 * Chooses a record of a resource from a list with a search, or by its identifier. What n8n's types ask of a mode beside its name,
 * n8n looks at in neither of these two: it has its own names for them, and an identifier is a text.
 */
export const locatorWidget = (resource: string): Widget => ({
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  modes: [
    { name: 'list', type: 'list', typeOptions: { searchListMethod: searchMethodOf(resource), searchable: true } },
    { name: 'id' },
  ] as INodePropertyMode[],
});
