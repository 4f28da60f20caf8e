import type { Choices } from '@patchbay/core';
import type { PayloadUse, TypedValue } from '../config.ts';
import type { FormField } from '../editor-model.ts';
import { takesEmptyText } from '../empty-value.ts';
import type { Problem } from './ask.ts';
import { problemOf } from './check-value.ts';
import { element } from './element.ts';
import { buildersFor, createBuilder, type RowLanguage } from './field-builder.ts';
import { defaultWords, hintOf } from './field-hint.ts';
import { fixedTypesOf, inputTypesOf, typeName } from './input-types.ts';
import { createPickList } from './pick-list.ts';
import { $ } from './red.ts';

/** What a row needs from the form around it. */
export interface RowOptions {
  readonly field: FormField;
  /** `choosing` rows only narrow the lists of others, and may stay empty */
  readonly role: 'required' | 'optional' | 'choosing';
  readonly given: TypedValue;
  /** Names of which one is needed, this field's among them */
  readonly oneOf?: readonly string[];
  readonly fromPayload: () => PayloadUse;
  /** No message is there to take a value from */
  readonly fixedOnly?: boolean;
  readonly language?: RowLanguage;
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

const headOf = ({ field, role, onRemove }: RowOptions, hintId: string): HTMLElement => {
  const head = element('div', { className: 'patchbay-head' }, element('span', { textContent: field.label }));
  const mark = (textContent: string) => head.append(element('span', { className: 'patchbay-mark', textContent }));
  if (role === 'required' && field.default === undefined) mark('required');
  if (role === 'choosing') mark('narrows lists');
  if (field.deprecated) mark('deprecated');
  head.append(element('code', { textContent: field.name, title: field.name }));
  if (role === 'optional') {
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

/** Builds the row of one input: name, typedInput, builder or pick list where there is one, description, and what is wrong. */
export const createFieldRow = (options: RowOptions): FieldRow => {
  const { field, role, given, oneOf, fromPayload, fixedOnly, language, find } = options;
  const required = role === 'required';
  const hintId = `patchbay-hint-${field.name}`;
  const input = element('input', { type: 'text', id: `patchbay-field-${field.name}` });
  input.style.width = '100%';
  input.setAttribute('aria-label', field.label);
  const holder = element('div', { className: 'patchbay-value' }, input);
  const title = element('div', { className: 'patchbay-title' });
  const problem = element('div', { className: 'patchbay-problem', role: 'alert' });
  const remark = element('div', { className: 'patchbay-hint', role: 'status' });
  const hint = element('div', { className: 'patchbay-hint', id: hintId, textContent: hintOf(field, required, oneOf) });
  const row = element(
    'div',
    { className: 'patchbay-row' },
    headOf(options, hintId),
    holder,
    title,
    problem,
    remark,
    hint,
  );

  const types = fixedOnly ? fixedTypesOf(field) : inputTypesOf(field, buildersFor(field, language));
  const widget = $(input).typedInput({ default: typeName(types[0] ?? 'str'), types });
  const visible = (): HTMLInputElement | null => holder.querySelector('.red-ui-typedInput-input');
  visible()?.setAttribute('aria-describedby', hintId);
  let picked = given.title === undefined ? undefined : { id: given.value, title: given.title };

  const read = (): TypedValue => {
    const type = widget.typedInput('type');
    const value = type === builder?.type ? builder.read() : widget.typedInput('value');
    return { type, value, ...(picked?.id === value && type === 'str' && { title: picked.title }) };
  };
  const placeholder = (type: string): string => {
    const taken = required && fromPayload() !== 'none' ? `msg.payload.${field.name}` : '';
    const usual = required && field.default !== undefined ? defaultWords(field, required) : '';
    const sample = type === 'json' ? (field.sample ?? '') : '';
    return [taken, usual].filter(Boolean).join(', ') || sample;
  };
  const check = (): void => {
    const now = read();
    if (builder) builder.element.hidden = now.type !== builder.type;
    const empty = role === 'choosing' && now.value === '';
    const wrong = empty ? undefined : problemOf(field, required, now, fromPayload());
    problem.textContent = wrong ? `${field.label} ${wrong}` : '';
    row.classList.toggle('patchbay-wrong', wrong !== undefined);
    // Of several choices the widget shows only how many there are.
    title.textContent =
      field.kind === 'choices' && now.type === 'str' ? now.value.replaceAll(',', ', ') : (now.title ?? '');
    const clears = role === 'optional' && now.value === '' && now.type === 'str' && takesEmptyText(field);
    remark.textContent = clears ? 'Is sent empty' : '';
    visible()?.setAttribute('placeholder', placeholder(now.type));
  };
  const builder = createBuilder(field, language, given, () => {
    // The widget shows it in short.
    if (builder && widget.typedInput('type') === builder.type) widget.typedInput('value', builder.read());
    check();
  });
  if (builder) holder.after(builder.element);
  if (find) {
    const several = field.kind === 'list';
    const label = field.label.replace(/ IDs?$/, '');
    const list = createPickList({
      what: label.toLowerCase(),
      find,
      onPick(choice) {
        const now = read();
        const before = several && now.type === 'str' && now.value.trim() !== '' ? `${now.value}, ` : '';
        picked = several ? undefined : choice;
        widget.typedInput('type', 'str');
        widget.typedInput('value', `${before}${choice.id}`);
        check();
        visible()?.focus();
      },
    });
    const button = element('button', {
      type: 'button',
      className: 'red-ui-button',
      title: `Choose ${label}`,
      aria: { label: `Choose ${label}` },
    });
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
