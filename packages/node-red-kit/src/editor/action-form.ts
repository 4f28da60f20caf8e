import type { PayloadUse, TypedValue } from '../config.ts';
import type { ActionModel, EditorModel, FormField, FormOperation } from '../editor-model.ts';
import { type ActionNode, type Group, groupOf } from './action-node-view.ts';
import { byId, element, option } from './element.ts';
import { buildersFor, type RowLanguage } from './field-builder.ts';
import { createFieldRow, type FieldRow } from './field-row.ts';
import { initialValue } from './input-types.ts';
import { operationFinder, operationOptions } from './operation-select.ts';
import { createPickList } from './pick-list.ts';
import { recordFinder } from './record-finder.ts';
import { $ } from './red.ts';

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const notesOf = (operation: FormOperation): HTMLElement[] => {
  const { description, better, deprecated, doubt, requests, oneOf = [], eitherOf = [] } = operation;
  const note = (textContent: string, className = '') => element('div', { className, textContent });
  return [
    ...(description ? [note(sentence(description.replace(/\.$/, '')))] : []),
    ...(requests ? [note(`Makes ${requests} requests at most; outcome in the record says what was done.`)] : []),
    ...oneOf.map((names) => note(`Set exactly one of ${names.join(', ')}.`)),
    ...eitherOf.map((names) => note(`Set ${names.join(' or ')}.`)),
    ...(better ? [note(`The usual way is ${better}.`, 'patchbay-warning')] : []),
    ...(deprecated ? [note(`Deprecated: ${deprecated.replace(/\.$/, '')}.`, 'patchbay-warning')] : []),
    ...(doubt ? [note(sentence(doubt), 'patchbay-warning')] : []),
  ];
};

const languageOf = ({ filter, sorts }: EditorModel, group: Group): RowLanguage => ({
  fields: group.resource.filterFields ?? [],
  ...(filter && { filter }),
  sorts: sorts === true,
});

const typed = (id: string, given: TypedValue | undefined, types: readonly string[]) => {
  const widget = $(byId(id)).typedInput({ default: types[0] as string, types });
  widget.typedInput('type', given?.type ?? (types[0] as string));
  widget.typedInput('value', given?.value ?? '');
  return (): TypedValue => ({ type: widget.typedInput('type'), value: widget.typedInput('value') });
};

const blank: TypedValue = { type: 'str', value: '' };

/** Fills the open dialog of an action node; gives back how to save it. */
export const openActionForm = (model: EditorModel, action: ActionModel, node: ActionNode): (() => void) => {
  const resource = byId<HTMLSelectElement>('node-input-resource');
  const operation = byId<HTMLSelectElement>('node-input-operation');
  const payload = byId<HTMLSelectElement>('node-input-fromPayload');
  const adder = byId<HTMLSelectElement>('patchbay-add');
  const holder = byId('patchbay-fields');
  // What was typed survives a look at another operation.
  const kept = new Map<string, TypedValue>(Object.entries(node.fields ?? {}));
  let rows = new Map<string, FieldRow>();
  let group: Group | undefined;

  const keep = (): void => {
    for (const [name, row] of rows) kept.set(name, row.read());
  };
  const addRow = (field: FormField, role: 'required' | 'optional' | 'choosing', open: Group): FieldRow => {
    const language = languageOf(model, open);
    const find = recordFinder(model, field, {
      read: (name) => rows.get(name)?.read(),
      ask: (name) => (rows.get(name) ?? addOptional(name))?.focus(),
    });
    const { oneOf = [], eitherOf = [] } = open.operation;
    const set = [...oneOf, ...eitherOf].find((names) => names.includes(field.name));
    const row = createFieldRow({
      field,
      role,
      ...(set && { oneOf: set }),
      given: kept.get(field.name) ?? (role === 'choosing' ? blank : initialValue(field, buildersFor(field, language))),
      fromPayload: () => payload.value as PayloadUse,
      language,
      ...(find && { find }),
      onRemove() {
        rows.delete(field.name);
        kept.delete(field.name);
        row.element.remove();
        fillAdder();
        adder.focus();
      },
    });
    rows.set(field.name, row);
    holder.append(row.element);
    return row;
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
  const showOperation = (): void => {
    group = groupOf(model, action, resource.value, operation.value);
    rows = new Map();
    holder.replaceChildren();
    for (const field of group?.choosing ?? []) addRow(field, 'choosing', group as Group);
    for (const field of group?.required ?? []) addRow(field, 'required', group as Group);
    // In the order they were added, so that looking at a node does not change it.
    for (const name of kept.keys()) if (!rows.has(name)) addOptional(name);
    byId('patchbay-notes').replaceChildren(...(group ? notesOf(group.operation) : []));
    byId('patchbay-many').hidden = group?.operation.returns !== 'many';
    byId('patchbay-file').hidden = group?.operation.returns !== 'file';
    byId('patchbay-secrets').hidden = !group?.operation.secrets;
    fillAdder();
  };
  const showResource = (chosen: string): void => {
    const owner = action.resources.find(({ name }) => name === resource.value);
    operation.replaceChildren(...(owner ? operationOptions(owner) : []));
    if (owner?.operations.some(({ name }) => name === chosen)) operation.value = chosen;
    showOperation();
  };

  resource.replaceChildren(...action.resources.map(({ name, label }) => option(name, label)));
  resource.value = node.resource;
  showResource(node.operation);
  const limit = typed('patchbay-limit', node.limit, ['num', 'msg', 'flow', 'global', 'env', 'jsonata']);
  const saveTo = typed('patchbay-save-to', node.saveTo, ['str', 'env', 'flow', 'global', 'msg', 'jsonata']);
  const secrets = byId<HTMLInputElement>('patchbay-keep-secrets');
  secrets.checked = node.keepSecrets === true;
  // The editor tells every control of a change once the dialog is filled, though nothing changed.
  let shown = `${resource.value}.${operation.value}`;
  const onOther = (show: () => void) => (): void => {
    if (shown === `${resource.value}.${operation.value}`) return;
    keep();
    show();
    shown = `${resource.value}.${operation.value}`;
  };
  resource.onchange = onOther(() => showResource(''));
  operation.onchange = onOther(showOperation);
  payload.onchange = () => {
    for (const row of rows.values()) row.check();
  };
  adder.onchange = () => addOptional(adder.value)?.focus();
  const finder = createPickList({
    what: 'an operation',
    find: operationFinder(action),
    delay: 0,
    onPick({ id }) {
      const [owner = '', name = ''] = id.split('.');
      resource.value = owner;
      onOther(() => showResource(name))();
      operation.focus();
    },
  });
  byId('patchbay-find').onclick = finder.toggle;
  byId('patchbay-finder').replaceChildren(finder.element);
  return () => {
    const needed = (name: string): boolean =>
      [...(group?.required ?? []), ...(group?.choosing ?? [])].some((field) => field.name === name);
    node.fields = Object.fromEntries(
      [...rows]
        .map(([name, row]) => [name, row.read()] as const)
        .filter(([name, { type, value }]) => !(needed(name) && type === 'str' && value === '')),
    );
    node.limit = limit();
    // A node of an earlier version has neither: looking at it must not change it.
    const target = saveTo();
    if (target.value !== '' || node.saveTo) node.saveTo = target;
    if (secrets.checked || node.keepSecrets !== undefined) node.keepSecrets = secrets.checked;
  };
};
