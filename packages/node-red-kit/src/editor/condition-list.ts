import type { SavedCondition, SavedConditions } from '../config.ts';
import { element, option } from './element.ts';
import { $, type Completion } from './red.ts';
import { createRowList } from './row-list.ts';

/** What conditions can be made of. */
export interface ConditionOptions {
  /** Wire names worth offering; others may be typed */
  readonly fields: readonly string[];
  readonly operators: readonly string[];
  /** Whether a condition can be turned round */
  readonly negates: boolean;
  readonly given: SavedConditions;
  readonly onChange: () => void;
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

const fill =
  ({ fields, operators, negates }: ConditionOptions) =>
  (row: HTMLElement, data: Partial<SavedCondition>, onChange: () => void): (() => SavedCondition) => {
    const field = fieldInput(data.field ?? '', onChange);
    const names = [...operators, ...(negates ? operators.map((operator) => `${negated}${operator}`) : [])];
    const operator = element(
      'select',
      { className: 'patchbay-list-operator', onchange: onChange, aria: { label: 'Operator' } },
      ...names.map((name) => option(name, name)),
    );
    operator.value = data.operator === undefined ? (names[0] ?? '') : `${data.not ? negated : ''}${data.operator}`;
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
      const turned = operator.value.startsWith(negated);
      return {
        field: field.value.trim(),
        operator: turned ? operator.value.slice(negated.length) : operator.value,
        ...(turned && { not: true as const }),
        value: { type: widget.typedInput('type'), value: widget.typedInput('value') },
      };
    };
  };

/** Builds conditions one below the other, and whether all or any of them must hold. */
export const createConditionList = (options: ConditionOptions) => {
  const { given, onChange } = options;
  const match = element(
    'select',
    { onchange: onChange, aria: { label: 'How many of the conditions must hold' } },
    option('all', 'all of these hold'),
    option('any', 'any of these holds'),
  );
  match.value = given.match;
  const list = createRowList<SavedCondition>({
    label: 'Conditions',
    addLabel: 'condition',
    given: given.conditions,
    fill: fill(options),
    onChange,
  });
  return {
    element: element('div', { className: 'patchbay-builder' }, match, list.element),
    read: (): SavedConditions => ({ match: match.value === 'any' ? 'any' : 'all', conditions: list.read() }),
  };
};
