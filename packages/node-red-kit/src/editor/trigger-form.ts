import type { TriggerConfig, TypedValue } from '../config.ts';
import type { EditorModel } from '../editor-model.ts';
import { accountContent, ask, isProblem } from './ask.ts';
import { problemOf } from './check-value.ts';
import { byId } from './element.ts';
import { createEventList } from './event-list.ts';
import { createFieldRow, type FieldRow } from './field-row.ts';
import { initialValue } from './input-types.ts';
import { recordFinder } from './record-finder.ts';
import { $, type EditorNode, RED } from './red.ts';

/** A trigger node in the editor; saving the form changes it. */
export type TriggerNode = EditorNode & { -readonly [K in keyof TriggerConfig]: TriggerConfig[K] };

/** Label of a trigger without a name: its event, or how many it waits for. */
export const triggerLabel = ({ label }: EditorModel, { name, events }: TriggerNode): string => {
  if (name) return name;
  if (events?.length === 1) return String(events[0]);
  return events?.length ? `${label}: ${events.length} events` : `${label} trigger`;
};

/** What the editor's red triangle stands for, or `true`. */
export const checkEvents = (events: unknown): true | string =>
  Array.isArray(events) && events.length > 0 ? true : 'Choose at least one event';

/** The same for what the vendor wants for every subscription. */
export const checkNeeds = (model: EditorModel, needs: TriggerConfig['needs']): true | string[] => {
  const problems = model.needs.flatMap((field) => {
    const given = needs?.[field.name];
    if (!given && !field.required) return [];
    const problem = problemOf(field, field.required ?? false, given ?? { type: 'str', value: '' }, 'none');
    return problem ? [`${field.label} ${problem}`] : [];
  });
  return problems.length > 0 ? problems : true;
};

/** Rows for what the vendor wants for every subscription; gives back how to read them. */
const showNeeds = (model: EditorModel, node: TriggerNode): (() => Record<string, TypedValue>) => {
  const rows = new Map<string, FieldRow>();
  for (const field of model.needs) {
    const find = recordFinder(model, field, {
      read: (name) => rows.get(name)?.read(),
      ask: (name) => rows.get(name)?.focus(),
      labelOf: (name) => model.needs.find((one) => one.name === name)?.label,
    });
    const row = createFieldRow({
      field,
      role: field.required ? 'required' : 'choosing',
      given: node.needs?.[field.name] ?? initialValue(field),
      fromPayload: () => 'none',
      fixedOnly: true,
      ...(find && { find }),
      onRemove: () => undefined,
    });
    rows.set(field.name, row);
    byId('patchbay-fields').append(row.element);
  }
  return () =>
    Object.fromEntries(
      [...rows].map(([name, row]) => [name, row.read()] as const).filter(([, { value }]) => value !== ''),
    );
};

const urlDelayInMilliseconds = 400;

const showAddress = (model: EditorModel, node: TriggerNode): void => {
  const base = byId<HTMLInputElement>('node-input-callbackBase');
  const url = byId('patchbay-callback');
  let request = 0;
  const show = async (): Promise<void> => {
    const mine = ++request;
    if (node.z && RED.nodes.subflow(node.z)) {
      url.textContent = 'Every instance of this subflow has an address of its own.';
      return;
    }
    const account = RED.nodes.node(String($(byId('node-input-account')).val()));
    if (!account) {
      url.textContent = `Choose a ${model.label} account to see the address.`;
      return;
    }
    const answer = await ask<{ url: string }>(model, 'callback', {
      id: node.id,
      account: accountContent(model, account),
      callbackBase: base.value,
    });
    if (mine !== request) return;
    url.classList.toggle('patchbay-problem', isProblem(answer));
    url.textContent = isProblem(answer) ? answer.problem : answer.url;
  };
  let timer = 0;
  base.placeholder = `${window.location.origin}${RED.settings.httpNodeRoot ?? '/'}`.replace(/\/$/, '');
  base.oninput = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void show(), urlDelayInMilliseconds);
  };
  $(byId('node-input-account')).on('change', () => void show());
  void show();
};

/** Fills the open dialog of a trigger node; gives back how to save it. */
export const openTriggerForm = (model: EditorModel, node: TriggerNode): (() => void) => {
  const events = createEventList(model, node.events ?? []);
  const needs = showNeeds(model, node);
  showAddress(model, node);
  return () => {
    node.events = events.read();
    if (model.needs.length > 0) node.needs = needs();
  };
};
