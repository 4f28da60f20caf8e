import type { FormField } from '../editor-model.ts';
import { holdsFile, takesFiles } from '../takes-files.ts';
import { isTyped } from './input-types.ts';

/** Names that are all said; of more, the first ones: the rest comes up while one types. */
const mostNamed = 20;
const namedOfMany = 8;

const withoutExample: readonly FormField['kind'][] = ['ref', 'id', 'choice', 'choices', 'flag'];

const shown = (example: unknown): string => {
  if (Array.isArray(example) && example.every((entry) => typeof entry !== 'object')) return example.join(', ');
  return typeof example === 'object' ? JSON.stringify(example) : String(example);
};

const exampleOf = ({ example, kind, item, sample, default: usual }: FormField): string => {
  if (sample) return `e.g. ${sample}`;
  const told = example === undefined || example === null || example === usual;
  if (told || withoutExample.includes(item?.kind ?? kind)) return '';
  return `e.g. ${kind === 'json' ? JSON.stringify(example) : shown(example)}`;
};

const suggestedIn = (suggestions: readonly string[]): string =>
  suggestions.length > mostNamed
    ? `such as ${suggestions.slice(0, namedOfMany).join(', ')} and ${suggestions.length - namedOfMany} more`
    : `such as ${suggestions.join(', ')}`;

/** What holds when a field is left out, or left empty where it is always on the form. */
export const defaultWords = ({ default: usual }: FormField, required: boolean): string => {
  if (usual === undefined || usual === '') return '';
  if (typeof usual === 'boolean') return usual ? 'on unless switched off' : 'off unless switched on';
  return required ? `empty: ${usual}` : `${usual} unless given`;
};

/** The words below a field. */
export const hintOf = (field: FormField, required: boolean, oneOf: readonly string[] | undefined): string => {
  const { description, unit, suggestions, kind, secret } = field;
  const known = suggestions?.length ? suggestedIn(suggestions) : exampleOf(field);
  const several = kind === 'list' && isTyped(field) ? 'separated by commas' : '';
  const file = takesFiles(field)
    ? `${kind === 'list' ? 'one or a list of: ' : ''}a Buffer, a stream, {name, type, data} or {path}; a text typed here is a path on the machine of Node-RED`
    : '';
  const content = holdsFile(field) ? 'a Buffer in the message becomes one' : '';
  const hidden = secret ? 'use an environment variable: what is typed here is saved in the flow' : '';
  const needed = oneOf && `one of ${oneOf.join(', ')} is needed`;
  const said = [
    description,
    unit && `in ${unit}`,
    file,
    content,
    several,
    known,
    defaultWords(field, required),
    needed,
    hidden,
  ];
  return said.filter(Boolean).join('; ');
};
