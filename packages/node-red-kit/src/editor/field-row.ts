import type { PayloadUse, TypedValue } from '../config.ts';
import type { FormField } from '../editor-model.ts';
import { takesEmptyText } from '../empty-value.ts';
import { problemOf } from './check-value.ts';
import { offerWhenEmpty } from './completion.ts';
import { element } from './element.ts';
import { buildersFor, createBuilder, type RowLanguage } from './field-builder.ts';
import { headOf } from './field-head.ts';
import { defaultWords, hintOf } from './field-hint.ts';
import { fixedTypesOf, inputTypesOf, typeName } from './input-types.ts';
import { pickButton } from './pick-button.ts';
import type { FindChoices } from './pick-list.ts';
import { pickedRecords, titlesOf } from './picked-records.ts';
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
  readonly find?: FindChoices;
  readonly onChange?: () => void;
  readonly onRemove: () => void;
}

/** One input on the form. */
export interface FieldRow {
  readonly element: HTMLElement;
  read(): TypedValue;
  /** Shows or takes back what is wrong, after the form around it changed. */
  check(): void;
  focus(): void;
  /** Searches again in the list of records, when it is open. */
  refresh(): void;
  /** Takes away what was picked from a list that is another one now. @param from what the list depends on */
  release(from: string): void;
}

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
  if (field.suggestions?.length && visible())
    offerWhenEmpty(visible() as HTMLInputElement, () => widget.typedInput('type') === 'str');
  const picked = pickedRecords(given, field.kind === 'list');
  let released = '';

  const read = (): TypedValue => {
    const type = widget.typedInput('type');
    const value = type === builder?.type ? builder.read() : widget.typedInput('value');
    return picked.withTitles({ type, value });
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
    const wrong = empty ? undefined : problemOf(field, required, now, fromPayload(), language);
    problem.textContent = wrong ? `${field.label} ${wrong}` : '';
    // Within what is put together, the part that is wrong is marked itself.
    row.classList.toggle('patchbay-wrong', wrong !== undefined && now.type !== builder?.type);
    if (now.value !== '') released = '';
    // Of several choices the widget shows only how many there are.
    title.textContent =
      field.kind === 'choices' && now.type === 'str' ? now.value.replaceAll(',', ', ') : titlesOf(now);
    const clears = role === 'optional' && now.value === '' && now.type === 'str' && takesEmptyText(field);
    remark.textContent = [released, clears ? 'Is sent empty' : ''].filter(Boolean).join('; ');
    visible()?.setAttribute('placeholder', placeholder(now.type));
  };
  const changed = (): void => {
    check();
    options.onChange?.();
  };
  const set = (value: string): void => {
    widget.typedInput('type', 'str');
    widget.typedInput('value', value);
    changed();
  };
  const builder = createBuilder(field, language, given, () => {
    // The widget shows it in short.
    if (builder && widget.typedInput('type') === builder.type) widget.typedInput('value', builder.read());
    changed();
  });
  if (builder) holder.after(builder.element);
  const picker =
    find &&
    pickButton({
      label: field.label.replace(/ IDs?$/, ''),
      find,
      onPick(choice) {
        set(picked.add(read(), choice));
        visible()?.focus();
      },
    });
  if (picker) {
    holder.append(picker.button);
    holder.after(picker.list);
  }
  widget.typedInput('type', given.type);
  widget.typedInput('value', given.value);
  widget.on('change keyup', changed);
  check();
  return {
    element: row,
    read,
    check,
    focus: () => visible()?.focus(),
    refresh: () => picker?.refresh(),
    release(from) {
      const titles = titlesOf(read());
      if (titles === '') return;
      const left = picked.forget(read());
      released = `${titles} belonged to another ${from}`;
      set(left);
    },
  };
};
