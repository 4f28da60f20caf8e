import type { Choices } from '@patchbay/core';
import type { PayloadUse, TypedValue } from '../config.ts';
import type { EditorModel, FormField, FormOperation } from '../editor-model.ts';
import { type ActionNode, type Group, groupOf } from './action-node-view.ts';
import { accountContent, ask, type Problem } from './ask.ts';
import { byId, element, option } from './element.ts';
import { createFieldRow, type FieldRow } from './field-row.ts';
import { initialValue } from './input-types.ts';
import { $, RED } from './red.ts';

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const notesOf = ({ description, deprecated, doubt }: FormOperation): HTMLElement[] => [
  ...(description ? [element('div', { textContent: sentence(description) })] : []),
  ...(deprecated ? [element('div', { className: 'patchbay-warning', textContent: `Deprecated: ${deprecated}.` })] : []),
  ...(doubt ? [element('div', { className: 'patchbay-warning', textContent: sentence(doubt) })] : []),
];

/** Fills the open dialog of an action node; gives back how to save it. */
export const openActionForm = (model: EditorModel, node: ActionNode): (() => void) => {
  const resource = byId<HTMLSelectElement>('node-input-resource');
  const operation = byId<HTMLSelectElement>('node-input-operation');
  const payload = byId<HTMLSelectElement>('node-input-fromPayload');
  const adder = byId<HTMLSelectElement>('patchbay-add');
  const holder = byId('patchbay-fields');
  const limit = $(byId('patchbay-limit')).typedInput({
    default: 'num',
    types: ['num', 'msg', 'flow', 'global', 'env', 'jsonata'],
  });
  // What was typed survives a look at another operation.
  const kept = new Map<string, TypedValue>(Object.entries(node.fields ?? {}));
  let rows = new Map<string, FieldRow>();
  let group: Group | undefined;

  const keep = (): void => {
    for (const [name, row] of rows) kept.set(name, row.read());
  };
  const find = async (field: FormField, query: string, after: string | undefined): Promise<Choices | Problem> => {
    const account = RED.nodes.node(String($(byId('node-input-account')).val()));
    if (!account) return { problem: `Choose a ${model.label} account first` };
    const before = model.lookups[field.to ?? ''] ?? [];
    const typed = before.map((name) => [name, rows.get(name)?.read()] as const);
    const missing = typed.find(([, value]) => value?.type !== 'str' || value.value === '');
    if (missing) return { problem: `Set ${missing[0]} to a fixed value first: the list depends on it` };
    const values = Object.fromEntries(typed.map(([name, value]) => [name, value?.value]));
    return ask<Choices>(model, 'lookup', {
      account: accountContent(model, account),
      resource: field.to,
      query,
      after,
      values,
    });
  };
  const addRow = (field: FormField, required: boolean): FieldRow => {
    const canFind = field.kind === 'ref' && field.to !== undefined && field.to in model.lookups;
    const row = createFieldRow({
      field,
      required,
      given: kept.get(field.name) ?? initialValue(field),
      fromPayload: () => payload.value as PayloadUse,
      ...(canFind && { find: (query: string, after: string | undefined) => find(field, query, after) }),
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
  const fillAdder = (): void => {
    const left = group?.optional.filter(({ name }) => !rows.has(name)) ?? [];
    const entries = left.map((field) =>
      option(field.name, field.deprecated ? `${field.label} (deprecated)` : field.label, field.description),
    );
    adder.replaceChildren(option('', `Add a field (${left.length})`), ...entries);
    byId('patchbay-add-row').hidden = left.length === 0;
  };
  const showOperation = (): void => {
    group = groupOf(model, resource.value, operation.value);
    rows = new Map();
    holder.replaceChildren();
    for (const field of group?.required ?? []) addRow(field, true);
    // In the order they were added, so that looking at a node does not change it.
    for (const name of kept.keys()) {
      const field = group?.optional.find((one) => one.name === name);
      if (field) addRow(field, false);
    }
    byId('patchbay-notes').replaceChildren(...(group ? notesOf(group.operation) : []));
    byId('patchbay-many').hidden = !group?.operation.many;
    fillAdder();
  };
  const showResource = (chosen: string): void => {
    const operations = model.resources.find(({ name }) => name === resource.value)?.operations ?? [];
    const label = ({ summary, doubt }: FormOperation) => (doubt ? `${summary} (${doubt})` : summary);
    operation.replaceChildren(...operations.map((one) => option(one.name, label(one))));
    if (operations.some(({ name }) => name === chosen)) operation.value = chosen;
    showOperation();
  };

  resource.replaceChildren(...model.resources.map(({ name, label }) => option(name, label)));
  resource.value = node.resource;
  showResource(node.operation);
  limit.typedInput('type', node.limit?.type ?? 'num');
  limit.typedInput('value', node.limit?.value ?? '');
  // The editor tells every control of a change once the dialog is filled, though nothing changed.
  let shown = `${resource.value}.${operation.value}`;
  const onOther = (show: () => void) => () => {
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
  adder.onchange = () => {
    const field = group?.optional.find(({ name }) => name === adder.value);
    if (!field) return;
    const row = addRow(field, false);
    fillAdder();
    row.focus();
  };
  return () => {
    node.fields = Object.fromEntries(
      [...rows]
        .map(([name, row]) => [name, row.read()] as const)
        .filter(([name, { type, value }]) => {
          const required = group?.required.some((field) => field.name === name);
          return !(required && type === 'str' && value === '');
        }),
    );
    node.limit = { type: limit.typedInput('type'), value: limit.typedInput('value') };
  };
};
