import type { Choice, Choices } from '@patchbay/core';
import { isProblem, type Problem } from './ask.ts';
import { element } from './element.ts';

const defaultDelay = 250;

/** Choices, and what is to be said of them. */
export interface Found extends Choices {
  readonly note?: string;
}

/** Finds choices by a part of their titles. @param after cursor of an earlier part */
export type FindChoices = (query: string, after: string | undefined) => Found | Promise<Found | Problem>;

/** Where the choices come from and where the chosen one goes. */
export interface PickListOptions {
  /** What is chosen: "a board" */
  readonly what: string;
  /** Opens and closes the list, and has the focus again when nothing was chosen */
  readonly opener: HTMLButtonElement;
  readonly find: FindChoices;
  readonly onPick: (choice: Choice) => void;
  /** Time between typing and searching, in milliseconds; none where nobody is asked. @default 250 */
  readonly delay?: number;
}

let lastId = 0;

// Both may be cut off.
const labelOf = ({ id, title }: Choice): HTMLElement[] => [
  element('span', { textContent: title, title }),
  element('code', { textContent: id, title: id }),
];

/**
 * A search field with a list of records below it: arrow keys move, Enter chooses, Escape closes it.
 * @returns the element, and how to search again in the list that is open
 */
export const createPickList = ({ what, opener, find, onPick, delay = defaultDelay }: PickListOptions) => {
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
  const panel = element('div', { id: `${id}-panel`, className: 'patchbay-pick', hidden: true }, search, list, note);
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
  const setOpen = (open: boolean): void => {
    // What was asked for before is of no use any more.
    request++;
    panel.hidden = !open;
    opener.ariaExpanded = String(open);
  };
  const say = (words: string, isProblemNow = false): void => {
    note.textContent = words;
    note.classList.toggle('patchbay-problem', isProblemNow);
  };
  const add = (label: HTMLElement[], act: () => void): void => {
    const item = element('li', { id: `${id}-${list.children.length}`, role: 'option', onclick: act }, ...label);
    // The search field keeps the focus, so that the keyboard goes on working after a click.
    item.onmousedown = (event) => event.preventDefault();
    list.append(item);
  };
  const load = async (after?: string): Promise<void> => {
    const mine = ++request;
    say('Searching …');
    const answer = await find(search.value, after);
    if (mine !== request) return;
    if (after === undefined) list.replaceChildren();
    else list.lastElementChild?.remove();
    const before = list.children.length;
    if (isProblem(answer)) {
      say(answer.problem, true);
      return;
    }
    say(answer.choices.length + before === 0 ? 'Nothing found' : (answer.note ?? ''));
    for (const choice of answer.choices)
      add(labelOf(choice), () => {
        setOpen(false);
        onPick(choice);
      });
    const { next } = answer;
    if (next !== undefined) add([element('em', { textContent: 'Show more' })], () => void load(next));
    activate(list.children.length > before ? before : -1);
  };

  const loadSoon = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!panel.hidden) void load();
    }, delay);
  };
  search.oninput = loadSoon;
  search.onkeydown = (event) => {
    const count = list.children.length;
    if (event.key === 'ArrowDown' && count > 0) activate((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) activate((active - 1 + count) % count);
    else if (event.key === 'Enter') items()[active]?.click();
    else if (event.key === 'Escape') {
      setOpen(false);
      opener.focus();
    } else return;
    // The dialog behind it would take Enter and Escape for itself.
    event.preventDefault();
    event.stopPropagation();
  };
  opener.setAttribute('aria-controls', panel.id);
  opener.ariaExpanded = 'false';
  opener.onclick = () => {
    setOpen(panel.hidden !== false);
    if (panel.hidden) return;
    search.focus();
    void load();
  };
  return { element: panel, refresh: loadSoon };
};
