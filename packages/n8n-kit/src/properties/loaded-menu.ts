import type { Field } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { shownText } from './wording.ts';

/** Every form that is opened would carry a menu of more entries than this. */
const mostInForm = 20;

/**
 * What the menu of a field offers that n8n fills in when it is opened: what the entries of a list may be, such as the
 * relations of a record, and other values that are many.
 */
export const loadedValuesOf = ({ kind, item, values, suggestions }: Field): readonly string[] | undefined => {
  if (kind === 'sort') return undefined;
  if (kind === 'list') return item?.kind === 'text' ? suggestions : undefined;
  const all = values ?? suggestions;
  return all && all.length > mostInForm ? all : undefined;
};

export type MenuMethod = `get${string}`;

/** Name of the method that fills in the menu of a parameter: `event_types` has `getEventTypes`. */
export const menuMethodOf = (name: string): MenuMethod =>
  `get${name.replace(/(?:^|_)([a-z\d])/g, (_, first: string) => first.toUpperCase())}`;

const expression = '<a href="https://docs.n8n.io/code/expressions/">expression</a>';

/** What n8n wants to read beside a menu that is filled in when it is opened. */
export const chooseOne = `Choose from the list, or specify an ID using an ${expression}`;
const chooseSeveral = `Choose from the list, or specify IDs using an ${expression}`;

/** n8n wants "Name or ID" behind the name of such a menu, unless it is a long one. */
const menuName = (label: string, isMany: boolean): string => {
  if (label.split(' ').length > 2) return label;
  return isMany ? `${label.replace(/([^s])s$/, '$1')} Names or IDs` : `${label} Name or ID`;
};

/** The menu of a field whose values are not in the form; what is not in the menu either is given as an expression. */
export const loadedMenu = (label: string, name: string, field: Field): INodeProperties => {
  const isMany = field.kind === 'list' || field.kind === 'choices';
  return {
    displayName: menuName(label, isMany),
    name,
    type: isMany ? 'multiOptions' : 'options',
    typeOptions: { loadOptionsMethod: menuMethodOf(name), loadOptionsDependsOn: ['/resource'] },
    default: isMany ? [] : '',
    description: `${shownText(field.description)}. ${isMany ? chooseSeveral : chooseOne}.`,
  };
};
