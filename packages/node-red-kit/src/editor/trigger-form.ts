import type { TriggerConfig } from '../config.ts';
import type { EditorModel } from '../editor-model.ts';
import { accountContent, ask, isProblem } from './ask.ts';
import { byId, element } from './element.ts';
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

const urlDelayInMilliseconds = 400;

/** Fills the open dialog of a trigger node; gives back how to save it. */
export const openTriggerForm = (model: EditorModel, node: TriggerNode): (() => void) => {
  const list = byId('patchbay-events');
  const search = byId<HTMLInputElement>('patchbay-event-search');
  const count = byId('patchbay-event-count');
  const base = byId<HTMLInputElement>('node-input-callbackBase');
  const url = byId('patchbay-callback');
  const chosen = new Set(node.events ?? []);
  // A saved event that the definition no longer knows stays visible, so that it can be taken away.
  const unknown = [...chosen].filter((name) => !model.events.some((event) => event.name === name));
  const known = [...model.events, ...unknown.map((name) => ({ name, description: 'No longer known' }))];
  const events = known.toSorted((one, other) => Number(chosen.has(other.name)) - Number(chosen.has(one.name)));
  const showCount = (): void => {
    count.textContent = chosen.size === 0 ? 'Choose at least one event' : `${chosen.size} of ${events.length} chosen`;
    count.classList.toggle('patchbay-problem', chosen.size === 0);
  };
  const rows = events.map(({ name, description }) => {
    const box = element('input', { type: 'checkbox', checked: chosen.has(name) });
    box.onchange = () => {
      if (box.checked) chosen.add(name);
      else chosen.delete(name);
      showCount();
    };
    const words = element(
      'span',
      {},
      element('span', { textContent: description }),
      element('code', { textContent: name }),
    );
    return { text: `${name} ${description}`.toLowerCase(), row: element('label', {}, box, words) };
  });
  list.replaceChildren(...rows.map(({ row }) => row));
  search.oninput = () => {
    const wanted = search.value.trim().toLowerCase().split(/\s+/);
    for (const { text, row } of rows) row.hidden = !wanted.every((word) => text.includes(word));
  };
  showCount();

  let request = 0;
  const showUrl = async (): Promise<void> => {
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
    timer = window.setTimeout(() => void showUrl(), urlDelayInMilliseconds);
  };
  $(byId('node-input-account')).on('change', () => void showUrl());
  void showUrl();
  return () => {
    node.events = [...chosen];
  };
};
