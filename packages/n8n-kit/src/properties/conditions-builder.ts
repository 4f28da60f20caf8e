import type { Field, FilterLanguage, Input, SortLanguage } from '@patchbay/core';
import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { chooseOne } from './loaded-menu.ts';
import { choicesOf, sortedOptions } from './widget.ts';
import { describe, shownName, titleCase } from './wording.ts';

/** Name of the method that offers the fields of a resource that rows can be filtered and ordered by. */
export const fieldsMethod = 'filterFields';

/** Lists of a builder's entries, as the form keeps them; those of a filter's groups hold conditions again. */
export const conditionsGroup = 'conditions';
export const groupsGroup = 'groups';
export const keysGroup = 'keys';

/** Names of what stands beside a builder: whether all conditions of a filter must hold, and a text in the vendor's words. */
export const matchOf = (name: string): string => `${name}_match`;
export const textOf = (name: string): string => `${name}_text`;

const fieldChoice: INodeProperties = {
  displayName: 'Field Name or ID',
  name: 'field',
  type: 'options',
  typeOptions: { loadOptionsMethod: fieldsMethod, loadOptionsDependsOn: ['/resource'] },
  default: '',
  description: chooseOne,
};

// n8n loses a text or an expression that stands where a builder is, so it has a property of its own.
const textProperty = ({ label, name }: Input, what: string): INodeProperties => ({
  displayName: `${label} Text`,
  name: textOf(name),
  type: 'string',
  default: '',
  description: `${what}, as the API writes it; used instead of the entries`,
});

const matchChoice = (displayName: string, name: string): INodeProperties => ({
  displayName,
  name,
  type: 'options',
  options: [
    { name: 'All Conditions', value: 'all' },
    { name: 'Any Condition', value: 'any' },
  ],
  default: 'all',
});

const turnRound = (what: string): INodeProperties => ({
  displayName: 'Not',
  name: 'not',
  type: 'boolean',
  default: false,
  description: `Whether to turn the ${what} round`,
});

/** Entries one below the other. */
const listOf = (
  displayName: string,
  name: string,
  options: INodePropertyCollection[],
  more: Pick<INodeProperties, 'placeholder' | 'description'>,
): INodeProperties => ({
  displayName,
  name,
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  default: {},
  ...more,
  options,
});

/**
 * The properties of a `filter` input: conditions and groups of them, whether all must hold, and beside them a text for
 * experts.
 */
export const filterProperties = (input: Input, language: FilterLanguage | undefined): INodeProperties[] => {
  if (!language) return [textProperty(input, input.field.description)];
  const negates = language.not !== undefined;
  const operators = Object.entries(language.operators);
  const values: INodeProperties[] = [
    fieldChoice,
    {
      displayName: 'Operator',
      name: 'operator',
      type: 'options',
      options: sortedOptions(operators.map(([value, words]) => ({ name: shownName(titleCase(words)), value }))),
      default: operators[0]?.[0] ?? '',
    },
    { displayName: 'Value', name: 'value', type: 'string', default: '' },
  ];
  if (negates) values.push(turnRound('condition'));
  const conditions: INodePropertyCollection = { displayName: 'Condition', name: conditionsGroup, values };
  const ofGroup: INodeProperties[] = [
    matchChoice('Match', 'match'),
    ...(negates ? [turnRound('group')] : []),
    listOf('Conditions', conditionsGroup, [conditions], { placeholder: 'Add Condition' }),
  ];
  const groups: INodePropertyCollection = { displayName: 'Group of Conditions', name: groupsGroup, values: ofGroup };
  return [
    listOf(input.label, input.name, [conditions, groups], {
      placeholder: 'Add Condition or Group',
      description: describe(input.field),
    }),
    matchChoice(`${input.label} Match`, matchOf(input.name)),
    textProperty(input, input.field.description),
  ];
};

/** The fields that a vendor sorts by, where its documentation names them, else those of the resource. */
const sortedField = ({ suggestions }: Field): INodeProperties => {
  if (!suggestions) return fieldChoice;
  const options = choicesOf(suggestions);
  return { displayName: 'Field', name: 'field', type: 'options', options, default: options[0]?.value ?? '' };
};

/** The properties of a `sort` input: fields with directions, and beside them a text for experts. */
export const sortProperties = (input: Input, language: SortLanguage | undefined): INodeProperties[] => {
  const { label, name, field } = input;
  if (!language) return [textProperty(input, field.description)];
  const direction: INodeProperties = {
    displayName: 'Direction',
    name: 'direction',
    type: 'options',
    options: [
      { name: 'Ascending', value: 'asc' },
      { name: 'Descending', value: 'desc' },
    ],
    default: 'asc',
  };
  const keys: INodePropertyCollection = {
    displayName: 'Field',
    name: keysGroup,
    values: [sortedField(field), direction],
  };
  const isListed = field.suggestions !== undefined;
  return [
    listOf(label, name, [keys], {
      placeholder: 'Add Field',
      ...(!isListed && { description: describe(field) }),
    }),
    textProperty(input, isListed ? 'Order' : field.description),
  ];
};
