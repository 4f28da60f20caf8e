import type { FormField } from '../editor-model.ts';
import type { InputType } from './red.ts';

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

const literalsOf = (field: FormField): readonly InputType[] => {
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
      return field.item?.kind === 'object' || field.item?.kind === 'json' ? ['json'] : ['str', 'json'];
    case 'object':
      return ['json'];
    case 'json':
      return ['json', 'str', 'num', 'bool'];
    default:
      return ['str'];
  }
};

/** What a field can be filled with, the usual way first. Values are saved under Node-RED's own type names only. */
export const inputTypesOf = (field: FormField): readonly InputType[] => [...literalsOf(field), ...expressions];

/** Name that a type is saved under. */
export const typeName = (type: InputType): string => (typeof type === 'string' ? type : type.value);

const emptyJson = ({ kind }: FormField): string => (kind === 'list' ? '[]' : '{}');

/** What a field holds when it is put on the form. JSON is valid from the start, a flag is what somebody adds it for. */
export const initialValue = (field: FormField): { type: string; value: string } => {
  const type = typeName(inputTypesOf(field)[0] ?? 'str');
  if (type === 'bool') return { type, value: 'true' };
  if (type === 'json')
    return { type, value: field.example === undefined ? emptyJson(field) : JSON.stringify(field.example) };
  return { type, value: '' };
};
