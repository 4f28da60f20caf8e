import type { Choices } from '@patchbay/core';
import type { PayloadUse, TypedValue } from '../config.ts';
import type { FormField } from '../editor-model.ts';
import type { Problem } from './ask.ts';
import { problemOf } from './check-value.ts';
import { element } from './element.ts';
import { inputTypesOf, typeName } from './input-types.ts';
import { createPickList } from './pick-list.ts';
import { $ } from './red.ts';

/** What a row needs from the form around it. */
export interface RowOptions {
  readonly field: FormField;
  readonly required: boolean;
  readonly given: TypedValue;
  readonly fromPayload: () => PayloadUse;
  /** For fields whose record can be chosen from a list */
  readonly find?: (query: string, after: string | undefined) => Promise<Choices | Problem>;
  readonly onRemove: () => void;
}

/** One input on the form. */
export interface FieldRow {
  readonly element: HTMLElement;
  read(): TypedValue;
  /** Shows or takes back what is wrong, after the form around it changed. */
  check(): void;
  focus(): void;
}

const hintOf = ({ description, unit, suggestions, example, kind }: FormField): string => {
  const shown = typeof example === 'string' && !['ref', 'id', 'choice'].includes(kind) ? `e.g. ${example}` : '';
  const known = suggestions?.length ? `such as ${suggestions.join(', ')}` : shown;
  return [description, unit && `in ${unit}`, known].filter(Boolean).join('; ');
};

const headOf = ({ field, required, onRemove }: RowOptions, hintId: string): HTMLElement => {
  const head = element('div', { className: 'patchbay-head' }, element('span', { textContent: field.label }));
  if (required) head.append(element('span', { className: 'patchbay-mark', textContent: 'required' }));
  if (field.deprecated) head.append(element('span', { className: 'patchbay-mark', textContent: 'deprecated' }));
  head.append(element('code', { textContent: field.name }));
  if (!required) {
    const button = element('button', {
      type: 'button',
      className: 'red-ui-button red-ui-button-small',
      title: `Remove ${field.label}`,
      onclick: onRemove,
      aria: { label: `Remove ${field.label}`, describedby: hintId },
    });
    button.append(element('i', { className: 'fa fa-times' }));
    head.append(button);
  }
  return head;
};

/** Builds the row of one input: name, typedInput, pick list where there is one, description, and what is wrong. */
export const createFieldRow = (options: RowOptions): FieldRow => {
  const { field, required, given, fromPayload, find } = options;
  const hintId = `patchbay-hint-${field.name}`;
  const input = element('input', { type: 'text', id: `patchbay-field-${field.name}` });
  input.style.width = '100%';
  input.setAttribute('aria-label', field.label);
  const holder = element('div', { className: 'patchbay-value' }, input);
  const title = element('div', { className: 'patchbay-title' });
  const problem = element('div', { className: 'patchbay-problem', role: 'alert' });
  const hint = element('div', { className: 'patchbay-hint', id: hintId, textContent: hintOf(field) });
  const row = element('div', { className: 'patchbay-row' }, headOf(options, hintId), holder, title, problem, hint);

  const types = inputTypesOf(field);
  const widget = $(input).typedInput({ default: typeName(types[0] ?? 'str'), types });
  const visible = (): HTMLInputElement | null => holder.querySelector('.red-ui-typedInput-input');
  visible()?.setAttribute('aria-describedby', hintId);
  let picked = given.title === undefined ? undefined : { id: given.value, title: given.title };

  const read = (): TypedValue => {
    const type = widget.typedInput('type');
    const value = widget.typedInput('value');
    return { type, value, ...(picked?.id === value && type === 'str' && { title: picked.title }) };
  };
  const check = (): void => {
    const now = read();
    const wrong = problemOf(field, required, now, fromPayload());
    problem.textContent = wrong ? `${field.label} ${wrong}` : '';
    row.classList.toggle('patchbay-wrong', wrong !== undefined);
    // Of several choices the widget shows only how many there are.
    title.textContent =
      field.kind === 'choices' && now.type === 'str' ? now.value.replaceAll(',', ', ') : (now.title ?? '');
    const taken = required && fromPayload() !== 'none' ? `msg.payload.${field.name}` : '';
    visible()?.setAttribute('placeholder', taken);
  };
  if (find) {
    const list = createPickList({
      what: field.label.replace(/ IDs?$/, '').toLowerCase(),
      find,
      onPick(choice) {
        picked = choice;
        widget.typedInput('type', 'str');
        widget.typedInput('value', choice.id);
        check();
        visible()?.focus();
      },
    });
    const label = `Choose ${field.label.replace(/ IDs?$/, '')}`;
    const button = element('button', { type: 'button', className: 'red-ui-button', title: label, aria: { label } });
    button.append(element('i', { className: 'fa fa-search' }));
    button.onclick = list.toggle;
    holder.append(button);
    holder.after(list.element);
  }
  widget.typedInput('type', given.type);
  widget.typedInput('value', given.value);
  widget.on('change keyup', check);
  check();
  return { element: row, read, check, focus: () => visible()?.focus() };
};
