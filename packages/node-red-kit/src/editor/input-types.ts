import type { FormField } from '../editor-model.ts';
import { takesFiles } from '../takes-files.ts';
import { type Completion, type InputType, RED } from './red.ts';
import { listSummary } from './saved-list.ts';

/** What an input can be put together with, beside what its kind offers. */
export interface Builders {
  readonly conditions: boolean;
  readonly order: boolean;
}

const expressions: readonly InputType[] = ['msg', 'flow', 'global', 'env', 'jsonata'];

const optionsOf = ({ values = [], kind, default: usual }: FormField): { value: string; label: string }[] => [
  // The widget offers no way back to nothing.
  ...(kind === 'choice' && usual !== undefined ? [{ value: '', label: `${usual}, unless chosen` }] : []),
  ...values.map((value) => ({ value, label: value })),
];

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

const rewritten = (text: string, indent?: number): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, indent);
  } catch {
    return text;
  }
};

// The editor's own takes an empty value for a mistake: here it is one that was not given.
const json: InputType = {
  value: 'json',
  label: 'JSON',
  icon: 'red/images/typedInput/json.svg',
  validate: (value) => value === '' || RED.utils.validateTypedProperty(value, 'json'),
  expand() {
    RED.editor.editJSON({
      value: rewritten(this.value(), 4),
      focus: true,
      complete: (text) => this.value(rewritten(text)),
    });
  },
};

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
      return field.item?.kind === 'object' || field.item?.kind === 'json' ? [json] : [text(field), json];
    case 'object':
      return [json];
    case 'json':
      return [json, 'str', 'num', 'bool'];
    case 'file':
      return [path];
    case 'filter':
      return [...(conditions ? [built('conditions', 'fa-filter')] : []), rawText('as the vendor writes it'), json];
    case 'sort':
      return [...(order ? [built('order', 'fa-sort')] : []), rawText('as the vendor writes it'), json];
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

/** Whether a field is first of all typed as a text. */
export const isTyped = (field: FormField): boolean =>
  !takesFiles(field) && typeName(literalsOf(field, none)[0] ?? '') === 'str';

/** Name that a type is saved under. */
export const typeName = (type: InputType): string => (typeof type === 'string' ? type : type.value);

/**
 * What a field holds when it is put on the form: nothing that could be sent by oversight. A flag is what somebody adds it
 * for, the opposite of what holds without it. A file is mostly what a node in front has read.
 */
export const initialValue = (field: FormField, builders: Builders = none): { type: string; value: string } => {
  if (takesFiles(field)) return { type: 'msg', value: 'payload' };
  const type = typeName(inputTypesOf(field, builders)[0] ?? 'str');
  return { type, value: type === 'bool' ? String(field.default !== true) : '' };
};
