import type { FormField } from '../editor-model.ts';
import { takesFiles } from '../takes-files.ts';
import type { Completion, InputType } from './red.ts';
import { listSummary } from './saved-list.ts';

/** What an input can be put together with, beside what its kind offers. */
export interface Builders {
  readonly conditions: boolean;
  readonly order: boolean;
}

const expressions: readonly InputType[] = ['msg', 'flow', 'global', 'env', 'jsonata'];

const optionsOf = ({ values = [] }: FormField): { value: string; label: string }[] =>
  values.map((value) => ({ value, label: value }));

const chosen = (field: FormField, multiple: boolean): InputType => ({
  value: 'str',
  label: multiple ? 'choose several' : 'choose',
  icon: 'fa fa-list-ul',
  options: optionsOf(field),
  ...(multiple && { multiple }),
});

const built = (value: 'conditions' | 'order', icon: string): InputType => ({
  value,
  label: value,
  icon: `fa ${icon}`,
  valueLabel: (container, text) => container.text(listSummary(value, text)),
});

const rawText = (label: string, icon = 'fa fa-pencil'): InputType => ({ value: 'str', label, icon });

const path: InputType = rawText('path of a file', 'fa fa-file-o');

const suggested = ({ suggestions = [] }: FormField): InputType => ({
  value: 'str',
  label: 'string',
  icon: 'red/images/typedInput/az.svg',
  autoComplete: (typed: string): Completion[] => {
    const part = typed.split(',').at(-1)?.trim().toLowerCase() ?? '';
    const before = typed.slice(0, typed.length - (typed.split(',').at(-1)?.length ?? 0));
    return suggestions
      .filter((value) => value.toLowerCase().includes(part))
      .map((value) => ({ value: `${before}${value}`, label: value }));
  },
});

const text = (field: FormField): InputType => (field.suggestions?.length ? suggested(field) : 'str');

const literalsOf = (field: FormField, { conditions, order }: Builders): readonly InputType[] => {
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'money':
      return ['num'];
    case 'flag':
      return ['bool'];
    case 'choice':
      return [chosen(field, false)];
    case 'choices':
      return [chosen(field, true)];
    case 'date':
    case 'dateTime':
      return ['str', 'date'];
    case 'list':
      if (takesFiles(field)) return [path];
      return field.item?.kind === 'object' || field.item?.kind === 'json' ? ['json'] : [text(field), 'json'];
    case 'object':
      return ['json'];
    case 'json':
      return ['json', 'str', 'num', 'bool'];
    case 'file':
      return [path];
    case 'filter':
      return [...(conditions ? [built('conditions', 'fa-filter')] : []), rawText('as the vendor writes it'), 'json'];
    case 'sort':
      return [...(order ? [built('order', 'fa-sort')] : []), rawText('as the vendor writes it'), 'json'];
    default:
      return [text(field)];
  }
};

const none: Builders = { conditions: false, order: false };

/** What a field can be filled with, the usual way first. */
export const inputTypesOf = (field: FormField, builders: Builders = none): readonly InputType[] => [
  ...literalsOf(field, builders),
  ...expressions,
];

/** What a value that no message can supply can be filled with. */
export const fixedTypesOf = (field: FormField): readonly InputType[] => [...literalsOf(field, none), 'env'];

/** Name that a type is saved under. */
export const typeName = (type: InputType): string => (typeof type === 'string' ? type : type.value);

const emptyJson = ({ kind }: FormField): string => (kind === 'list' ? '[]' : '{}');

/**
 * What a field holds when it is put on the form. JSON is valid from the start, a flag is what somebody adds it for. A file
 * is mostly what a node in front has read.
 */
export const initialValue = (field: FormField, builders: Builders = none): { type: string; value: string } => {
  if (takesFiles(field)) return { type: 'msg', value: 'payload' };
  const type = typeName(inputTypesOf(field, builders)[0] ?? 'str');
  if (type === 'bool') return { type, value: 'true' };
  if (type === 'json')
    return { type, value: field.example === undefined ? emptyJson(field) : JSON.stringify(field.example) };
  return { type, value: '' };
};
