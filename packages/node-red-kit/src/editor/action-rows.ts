import type { PayloadUse, TypedValue } from '../config.ts';
import type { EditorModel, FormField } from '../editor-model.ts';
import { type Group, languageOf } from './action-node-view.ts';
import { byId, option } from './element.ts';
import { buildersFor, type RowLanguage } from './field-builder.ts';
import { createFieldRow, type FieldRow } from './field-row.ts';
import { initialValue } from './input-types.ts';
import type { KeptValues } from './kept-values.ts';
import { type Around, fixedValue, narrowingOf, recordFinder, standsAlone } from './record-finder.ts';

type Role = 'required' | 'optional' | 'choosing';

/** The fields of an operation on the form. */
export interface ActionRows {
  /** Puts those on the form that the operation needs, and of the others those that have a value. */
  show(group: Group | undefined): void;
  /** Keeps what was typed for a look at another operation. */
  keep(): void;
  /** Shows anew what is wrong, after the form around them changed. */
  check(): void;
  /** What the node saves. */
  read(): Readonly<Record<string, TypedValue>>;
}

const isBlank = ({ type, value }: TypedValue): boolean => value === '' && type !== 'date';

/** The part of the dialog that fields stand in, with the list that others are added from. */
export const createActionRows = (model: EditorModel, kept: KeptValues, fromPayload: () => PayloadUse): ActionRows => {
  const adder = byId<HTMLSelectElement>('patchbay-add');
  const holder = byId('patchbay-fields');
  let rows = new Map<string, { readonly row: FieldRow; readonly field: FormField; readonly role: Role }>();
  /** Values that lists are narrowed by, as they were the last time */
  const fixed = new Map<string, string | undefined>();
  let group: Group | undefined;

  const keyOf = ({ resource, operation }: Group): string => `${resource.name}.${operation.name}`;

  const addRow = (field: FormField, role: Role, open: Group): FieldRow => {
    const around: Around = {
      read: (name) => rows.get(name)?.row.read(),
      ask: (name) => (rows.get(name)?.row ?? addOptional(name))?.focus(),
      labelOf: (name) => [...open.required, ...open.optional].find((one) => one.name === name)?.label,
    };
    const find = recordFinder(model, field, around);
    const language: RowLanguage = {
      ...languageOf(model, open),
      finderOf: (compared) => (standsAlone(model, compared) ? recordFinder(model, compared, around) : undefined),
    };
    const { oneOf = [], eitherOf = [] } = open.operation;
    const set = [...oneOf, ...eitherOf].find((names) => names.includes(field.name));
    const fresh = role === 'choosing' ? { type: 'str', value: '' } : initialValue(field, buildersFor(field, language));
    const row = createFieldRow({
      field,
      role,
      ...(set && { oneOf: set }),
      given: kept.of(field, keyOf(open)) ?? fresh,
      fromPayload,
      language,
      ...(find && { find }),
      onChange: () => onChange(field),
      onRemove() {
        rows.delete(field.name);
        kept.drop(field);
        row.element.remove();
        fillAdder();
        adder.focus();
      },
    });
    rows.set(field.name, { row, field, role });
    fixed.set(field.name, fixedValue(row.read()));
    holder.append(row.element);
    return row;
  };
  // What was picked from the list of one board is of no use for another.
  const onChange = ({ name, label }: FormField): void => {
    const before = fixed.get(name);
    const now = fixedValue(rows.get(name)?.row.read());
    if (before === now) return;
    fixed.set(name, now);
    for (const { row, field } of rows.values()) {
      if (!narrowingOf(model, field).includes(name)) continue;
      if (before !== undefined) row.release(label);
      row.refresh();
    }
  };
  const addOptional = (name: string): FieldRow | undefined => {
    const field = group?.optional.find((one) => one.name === name);
    if (!field || !group) return undefined;
    const row = addRow(field, 'optional', group);
    fillAdder();
    return row;
  };
  const fillAdder = (): void => {
    const left = group?.optional.filter(({ name }) => !rows.has(name)) ?? [];
    const entries = left
      .toSorted((one, other) => Number(one.deprecated ?? false) - Number(other.deprecated ?? false))
      .map((field) =>
        option(field.name, field.deprecated ? `${field.label} (deprecated)` : field.label, field.description),
      );
    adder.replaceChildren(option('', `Add a field (${left.length})`), ...entries);
    byId('patchbay-add-row').hidden = left.length === 0;
  };
  adder.onchange = () => addOptional(adder.value)?.focus();

  return {
    show(chosen) {
      group = chosen;
      rows = new Map();
      fixed.clear();
      holder.replaceChildren();
      if (chosen) {
        for (const field of chosen.choosing) addRow(field, 'choosing', chosen);
        for (const field of chosen.required) addRow(field, 'required', chosen);
        // In the order they were added, so that looking at a node does not change it.
        for (const name of kept.names()) {
          const field = chosen.optional.find((one) => one.name === name);
          if (field && !rows.has(name) && kept.of(field, keyOf(chosen))) addOptional(name);
        }
      }
      fillAdder();
    },
    keep() {
      if (!group) return;
      for (const { row, field, role } of rows.values()) {
        const value = row.read();
        if (role !== 'optional' && isBlank(value)) kept.drop(field);
        else kept.keep(field, keyOf(group), value);
      }
    },
    check() {
      for (const { row } of rows.values()) row.check();
    },
    read: () =>
      Object.fromEntries(
        [...rows]
          .map(([name, { row, role }]) => [name, row.read(), role] as const)
          .filter(([, value, role]) => role === 'optional' || !isBlank(value))
          .map(([name, value]) => [name, value]),
      ),
  };
};
