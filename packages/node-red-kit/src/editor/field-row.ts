import type { Choices } from '@patchbay/core';
import type { PayloadUse, TypedValue } from '../config.ts';
import type { FormField } from '../editor-model.ts';
import { takesFiles } from '../takes-files.ts';
import type { Problem } from './ask.ts';
import { problemOf } from './check-value.ts';
import { element } from './element.ts';
import { buildersFor, createBuilder, type RowLanguage } from './field-builder.ts';
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

const exampleOf = ({ example, kind, sample }: FormField): string => {
  if (sample) return `e.g. ${sample}`;
  return typeof example === 'string' && !['ref', 'id', 'choice'].includes(kind) ? `e.g. ${example}` : '';
};

const hintOf = (field: FormField, oneOf: readonly string[] | undefined): string => {
  const { description, unit, suggestions, kind, secret } = field;
  const known = suggestions?.length ? `such as ${suggestions.slice(0, 8).join(', ')}` : exampleOf(field);
  const file = takesFiles(field)
    ? `${kind === 'list' ? 'one or a list of: ' : ''}a Buffer, a stream, {name, type, data} or {path}; a text typed here is a path on the machine of Node-RED`
    : '';
  const hidden = secret ? 'use an environment variable: what is typed here is saved in the flow' : '';
  const needed = oneOf && `one of ${oneOf.join(', ')} is needed`;
  return [description, unit && `in ${unit}`, file, known, needed, hidden].filter(Boolean).join('; ');
};

const headOf = ({ field, role, onRemove }: RowOptions, hintId: string): HTMLElement => {
  const head = element('div', { className: 'patchbay-head' }, element('span', { textContent: field.label }));
  const mark = (textContent: string) => head.append(element('span', { className: 'patchbay-mark', textContent }));
  if (role === 'required') mark('required');
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
  const hint = element('div', { className: 'patchbay-hint', id: hintId, textContent: hintOf(field, oneOf) });
  const row = element('div', { className: 'patchbay-row' }, headOf(options, hintId), holder, title, problem, hint);

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
    const taken = required && fromPayload() !== 'none' ? `msg.payload.${field.name}` : '';
    visible()?.setAttribute('placeholder', taken || (now.type === 'json' ? (field.sample ?? '') : ''));
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
