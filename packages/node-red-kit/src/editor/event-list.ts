import type { EditorModel } from '../editor-model.ts';
import { byId, element } from './element.ts';

/** Fills the list of events in the open dialog of a trigger; those that were chosen come first. */
export const createEventList = (model: EditorModel, given: readonly string[]) => {
  const list = byId('patchbay-events');
  const search = byId<HTMLInputElement>('patchbay-event-search');
  const other = byId<HTMLInputElement>('patchbay-event-other');
  const count = byId('patchbay-event-count');
  const chosen = new Set(given);
  const rows: { readonly text: string; readonly row: HTMLElement }[] = [];
  const showCount = (): void => {
    count.textContent = chosen.size === 0 ? 'Choose at least one event' : `${chosen.size} of ${rows.length} chosen`;
    count.classList.toggle('patchbay-problem', chosen.size === 0);
  };
  const rowOf = (name: string, description: string): HTMLElement => {
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
    const row = element('label', {}, box, words);
    rows.push({ text: `${name} ${description}`.toLowerCase(), row });
    return row;
  };
  // A saved event that the definition does not know stays visible, so that it can be taken away.
  const unknown = given.filter((name) => !model.events.some((event) => event.name === name));
  const words = model.otherEvents ? 'Named here' : 'No longer known';
  const events = [...model.events, ...unknown.map((name) => ({ name, description: words }))];
  const sorted = events.toSorted((one, next) => Number(chosen.has(next.name)) - Number(chosen.has(one.name)));
  list.replaceChildren(...sorted.map(({ name, description }) => rowOf(name, description)));
  search.oninput = () => {
    const wanted = search.value.trim().toLowerCase().split(/\s+/);
    for (const { text, row } of rows) row.hidden = !wanted.every((word) => text.includes(word));
  };
  const addOther = (): void => {
    const name = other.value.trim();
    other.value = '';
    if (name === '' || chosen.has(name)) return;
    chosen.add(name);
    const known = rows.find(({ text }) => text.startsWith(`${name.toLowerCase()} `));
    const box = known?.row.querySelector('input');
    if (box) box.checked = true;
    else list.prepend(rowOf(name, words));
    showCount();
  };
  byId('patchbay-event-other-row').hidden = !model.otherEvents;
  byId('patchbay-event-add').onclick = addOther;
  other.onkeydown = (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    addOther();
  };
  showCount();
  return {
    read(): string[] {
      addOther();
      return [...chosen];
    },
  };
};
