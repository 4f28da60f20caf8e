import type { Choice, Choices } from '@patchbay/core';
import { isProblem, type Problem } from './ask.ts';
import { element } from './element.ts';

const defaultDelay = 250;

/** Where the choices come from and where the chosen one goes. */
export interface PickListOptions {
  /** What is chosen: "a board" */
  readonly what: string;
  /** @param after cursor of an earlier part */
  readonly find: (query: string, after: string | undefined) => Choices | Promise<Choices | Problem>;
  readonly onPick: (choice: Choice) => void;
  /** Time between typing and searching, in milliseconds; none where nobody is asked. @default 250 */
  readonly delay?: number;
}

let lastId = 0;

/**
 * A search field with a list of records below it: arrow keys move, Enter chooses, Escape closes it.
 * @returns the element, and how to open and close it
 */
export const createPickList = ({ what, find, onPick, delay = defaultDelay }: PickListOptions) => {
  const id = `patchbay-pick-${++lastId}`;
  const search = element('input', {
    type: 'text',
    placeholder: `Search for ${what}`,
    autocomplete: 'off',
    role: 'combobox',
    aria: { label: `Search for ${what}`, controls: id, expanded: 'true', autocomplete: 'list' },
  });
  const list = element('ul', { id, role: 'listbox', aria: { label: `Choose ${what}` } });
  const note = element('div', { className: 'patchbay-note', role: 'status' });
  const panel = element('div', { className: 'patchbay-pick', hidden: true }, search, list, note);
  let active = -1;
  let request = 0;
  let timer = 0;

  const items = (): HTMLElement[] => [...list.children] as HTMLElement[];
  const activate = (index: number): void => {
    active = index;
    for (const [position, item] of items().entries()) item.ariaSelected = String(position === index);
    const item = items()[index];
    item?.scrollIntoView({ block: 'nearest' });
    search.setAttribute('aria-activedescendant', item?.id ?? '');
  };
  const close = (): void => {
    request++;
    panel.hidden = true;
  };
  const add = (label: HTMLElement[], act: () => void): void => {
    const item = element('li', { id: `${id}-${list.children.length}`, role: 'option', onclick: act }, ...label);
    // The search field keeps the focus, so that the keyboard goes on working after a click.
    item.onmousedown = (event) => event.preventDefault();
    list.append(item);
  };
  const load = async (after?: string): Promise<void> => {
    const mine = ++request;
    note.textContent = 'Searching …';
    const answer = await find(search.value, after);
    if (mine !== request) return;
    if (after === undefined) list.replaceChildren();
    else list.lastElementChild?.remove();
    const before = list.children.length;
    if (isProblem(answer)) {
      note.textContent = answer.problem;
      return;
    }
    note.textContent = answer.choices.length + before === 0 ? 'Nothing found' : '';
    for (const choice of answer.choices)
      add([element('span', { textContent: choice.title }), element('code', { textContent: choice.id })], () => {
        close();
        onPick(choice);
      });
    const { next } = answer;
    if (next !== undefined) add([element('em', { textContent: 'Show more' })], () => void load(next));
    activate(list.children.length > before ? before : -1);
  };

  search.oninput = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void load(), delay);
  };
  search.onkeydown = (event) => {
    const count = list.children.length;
    if (event.key === 'ArrowDown' && count > 0) activate((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) activate((active - 1 + count) % count);
    else if (event.key === 'Enter') items()[active]?.click();
    else if (event.key === 'Escape') close();
    else return;
    // The dialog behind it would take Enter and Escape for itself.
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    element: panel,
    toggle(): void {
      if (panel.hidden) {
        panel.hidden = false;
        search.focus();
        void load();
      } else close();
    },
  };
};
