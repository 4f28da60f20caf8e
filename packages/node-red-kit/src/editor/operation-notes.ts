import type { FormOperation } from '../editor-model.ts';
import { element } from './element.ts';

// Brands such as vPlan and wire names such as board_id begin as they do everywhere.
const hasOwnSpelling = (word: string): boolean => /[A-Z_\d`]/.test(word);

/** Words as a sentence of their own. */
export const sentence = (words: string): string => {
  const [first = ''] = words.split(/[\s,;:.]/, 1);
  const start = hasOwnSpelling(first) ? words.charAt(0) : words.charAt(0).toUpperCase();
  return `${start}${words.slice(1).replace(/\.$/, '')}.`;
};

/** What a person should know of an operation before the fields are filled in. */
export const notesOf = (operation: FormOperation): HTMLElement[] => {
  const { description, better, deprecated, doubt, requests, oneOf = [], eitherOf = [] } = operation;
  const note = (textContent: string, className = '') => element('div', { className, textContent });
  return [
    ...(description ? [note(sentence(description))] : []),
    ...(requests ? [note(`Makes ${requests} requests at most; outcome in the record says what was done.`)] : []),
    ...oneOf.map((names) => note(`Set exactly one of ${names.join(', ')}.`)),
    ...eitherOf.map((names) => note(`Set ${names.join(' or ')}.`)),
    ...(better ? [note(`The usual way is ${better}.`, 'patchbay-warning')] : []),
    ...(deprecated ? [note(`Deprecated: ${deprecated.replace(/\.$/, '')}.`, 'patchbay-warning')] : []),
    ...(doubt ? [note(sentence(doubt), 'patchbay-warning')] : []),
  ];
};

/** What is said where a node has an operation that this version of the package does not know. */
export const unknownNote = (): HTMLElement =>
  element('div', {
    className: 'patchbay-warning',
    textContent:
      'This version does not know the operation of this node. It stays as it is, with its fields, until another one is chosen.',
  });
