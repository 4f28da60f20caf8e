import { badge, byId, clock, make } from './dom.js';

const names = { request: 'API', background: 'Background', delivery: 'Webhook', person: 'Person', sandbox: 'Sandbox' };
const kept = 300;
const list = byId('story');
const seen = new Set();

const lineOf = ({ id, at, kind, text, failed }) =>
  make('li', { 'data-id': id }, clock(at), badge(names[kind] ?? kind, failed ? 'bad' : kind), make('span', {}, text));

const count = () => {
  byId('story-count').textContent = seen.size === 0 ? '' : String(seen.size);
};

/** Adds a line in its place, the newest at the top, once. */
export const addLine = (line, isNew = true) => {
  if (seen.has(line.id)) return;
  if (seen.size === 0) list.replaceChildren();
  seen.add(line.id);
  const element = lineOf(line);
  if (isNew) element.classList.add('new');
  list.insertBefore(element, [...list.children].find(({ dataset }) => Number(dataset.id) < line.id) ?? null);
  while (list.children.length > kept) list.lastElementChild.remove();
  count();
};

/** Fills the feed with what happened before the page was opened. */
export const fillStory = (lines) => {
  for (const line of lines) addLine(line, false);
  if (seen.size === 0)
    list.replaceChildren(make('li', { class: 'empty' }, 'Nothing yet. Call the API, or act as a person below.'));
};
