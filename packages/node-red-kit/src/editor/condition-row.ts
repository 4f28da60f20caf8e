import type { SavedCondition } from '../config.ts';
import type { FilterField, FilterWords } from '../editor-model.ts';
import { completionsFrom, offerWhenEmpty } from './completion.ts';
import { element, option } from './element.ts';
import type { RowLanguage } from './field-builder.ts';
import { pickButton } from './pick-button.ts';
import { $, type InputType } from './red.ts';
import { valueProblem } from './saved-list.ts';

/** What a condition can be made of. */
export interface ConditionParts extends FilterWords {
  /** Worth offering; others may be typed */
  readonly fields: readonly FilterField[];
  readonly finderOf: RowLanguage['finderOf'];
}

const others: readonly InputType[] = ['num', 'bool', 'date', 'msg', 'flow', 'global', 'env', 'jsonata'];

const valuesOf = (field: FilterField | undefined): readonly string[] =>
  field?.values ?? (field?.kind === 'flag' ? ['true', 'false'] : []);

/** An input for a field's name, with completions. */
export const fieldInput = (value: string, names: readonly string[], onChange: () => void): HTMLInputElement => {
  const input = element('input', {
    type: 'text',
    value,
    placeholder: 'field',
    autocomplete: 'off',
    className: 'patchbay-list-field',
    aria: { label: 'Field' },
  });
  const changed = (): void => {
    input.classList.toggle('input-error', input.value.trim() === '');
    onChange();
  };
  input.classList.toggle('input-error', value === '');
  $(input).on('change keyup', changed);
  $(input).autoComplete({ search: completionsFrom(names), minLength: 0 });
  offerWhenEmpty(input);
  return input;
};

const labelOf = (name: string): string => name.replace(/_u?id$/, '').replaceAll('_', ' ');

const negated = 'not ';

const operatorSelect = ({ operators, negates }: FilterWords, data: Partial<SavedCondition>): HTMLSelectElement => {
  const words = Object.entries(operators);
  const turned = negates ? words.map(([name, text]) => [`${negated}${name}`, `not: ${text}`] as const) : [];
  const offered = [...words, ...turned];
  const select = element(
    'select',
    { className: 'patchbay-list-operator', aria: { label: 'Operator' } },
    ...offered.map(([name, text]) => option(name, text)),
  );
  select.value = data.operator === undefined ? (offered[0]?.[0] ?? '') : `${data.not ? negated : ''}${data.operator}`;
  return select;
};

/** Fills a row with one condition. */
export const fillCondition =
  (parts: ConditionParts) =>
  (row: HTMLElement, data: Partial<SavedCondition>, onChange: () => void): (() => SavedCondition) => {
    const { fields, finderOf } = parts;
    const changed = (): void => {
      show();
      onChange();
    };
    const field = fieldInput(
      data.field ?? '',
      fields.map(({ name }) => name),
      () => changed(),
    );
    const operator = operatorSelect(parts, data);
    const value = element('input', { type: 'text', aria: { label: 'Value' } });
    value.style.width = '100%';
    const line = element('div', { className: 'patchbay-list-line' }, value);
    const title = element('div', { className: 'patchbay-title' });
    row.append(element('div', { className: 'patchbay-list-line' }, field, operator), line, title);
    const chosen = (): FilterField | undefined => fields.find(({ name }) => name === field.value.trim());
    const text: InputType = {
      value: 'str',
      label: 'string',
      icon: 'red/images/typedInput/az.svg',
      autoComplete: (typed) => completionsFrom(valuesOf(chosen()))(typed),
    };
    const widget = $(value).typedInput({ default: 'str', types: [text, ...others] });
    widget.typedInput('type', data.value?.type ?? 'str');
    widget.typedInput('value', data.value?.value ?? '');
    const input = line.querySelector<HTMLInputElement>('.red-ui-typedInput-input');
    if (input) offerWhenEmpty(input, () => widget.typedInput('type') === 'str');
    let picked = data.value?.title === undefined ? undefined : { id: data.value.value, title: data.value.title };

    const read = (): SavedCondition => {
      const isTurned = operator.value.startsWith(negated);
      const type = widget.typedInput('type');
      const its = widget.typedInput('value');
      return {
        field: field.value.trim(),
        operator: isTurned ? operator.value.slice(negated.length) : operator.value,
        ...(isTurned && { not: true as const }),
        value: { type, value: its, ...(picked?.id === its && type === 'str' && { title: picked.title }) },
      };
    };
    let offered: FilterField | undefined;
    let picker: ReturnType<typeof pickButton> | undefined;
    const show = (): void => {
      const now = read();
      row.classList.toggle('patchbay-wrong', valueProblem(now, { fields, filter: parts }) !== undefined);
      title.textContent = now.value.title ?? '';
      if (offered === chosen()) return;
      offered = chosen();
      picker?.remove();
      const find = offered && finderOf?.(offered);
      picker = find && pickButton({ label: labelOf(offered?.name ?? ''), find, onPick: pick });
      if (!picker) return;
      line.append(picker.button);
      line.after(picker.list);
    };
    const pick = (choice: { id: string; title: string }): void => {
      picked = choice;
      widget.typedInput('type', 'str');
      widget.typedInput('value', choice.id);
      changed();
      input?.focus();
    };
    operator.onchange = changed;
    widget.on('change keyup', changed);
    show();
    return read;
  };
