import type { SavedCondition } from '../config.ts';
import { element, option } from './element.ts';
import { $, type Completion } from './red.ts';

/** What a condition can be made of. */
export interface ConditionParts {
  /** Wire names worth offering; others may be typed */
  readonly fields: readonly string[];
  /** With the words for them */
  readonly operators: Readonly<Record<string, string>>;
  /** Whether conditions, and groups of them, can be turned round */
  readonly negates: boolean;
}

const valueTypes = ['str', 'num', 'bool', 'date', 'msg', 'flow', 'global', 'env', 'jsonata'];

/** Completions for a field's name, by any part of it. */
export const completionsFrom =
  (fields: readonly string[]) =>
  (typed: string): Completion[] =>
    fields
      .filter((name) => name.toLowerCase().includes(typed.trim().toLowerCase()))
      .map((name) => ({ value: name, label: name }));

/** An input for a field's name. */
export const fieldInput = (value: string, onChange: () => void): HTMLInputElement => {
  const input = element('input', {
    type: 'text',
    value,
    placeholder: 'field',
    autocomplete: 'off',
    className: 'patchbay-list-field',
    aria: { label: 'Field' },
  });
  $(input).on('change keyup', onChange);
  return input;
};

const negated = 'not ';

/** Fills a row with one condition. */
export const fillCondition =
  ({ fields, operators, negates }: ConditionParts) =>
  (row: HTMLElement, data: Partial<SavedCondition>, onChange: () => void): (() => SavedCondition) => {
    const field = fieldInput(data.field ?? '', onChange);
    const words = Object.entries(operators);
    const turned = negates ? words.map(([name, text]) => [`${negated}${name}`, `not: ${text}`] as const) : [];
    const offered = [...words, ...turned];
    const operator = element(
      'select',
      { className: 'patchbay-list-operator', onchange: onChange, aria: { label: 'Operator' } },
      ...offered.map(([name, text]) => option(name, text)),
    );
    operator.value =
      data.operator === undefined ? (offered[0]?.[0] ?? '') : `${data.not ? negated : ''}${data.operator}`;
    const value = element('input', { type: 'text', aria: { label: 'Value' } });
    value.style.width = '100%';
    row.append(
      element('div', { className: 'patchbay-list-line' }, field, operator),
      element('div', { className: 'patchbay-list-line' }, value),
    );
    $(field).autoComplete({ search: completionsFrom(fields), minLength: 0 });
    const widget = $(value).typedInput({ default: 'str', types: valueTypes });
    widget.typedInput('type', data.value?.type ?? 'str');
    widget.typedInput('value', data.value?.value ?? '');
    widget.on('change keyup', onChange);
    return () => {
      const isTurned = operator.value.startsWith(negated);
      return {
        field: field.value.trim(),
        operator: isTurned ? operator.value.slice(negated.length) : operator.value,
        ...(isTurned && { not: true as const }),
        value: { type: widget.typedInput('type'), value: widget.typedInput('value') },
      };
    };
  };
