import { byId, copyButton, make } from './dom.js';
import { send } from './remote.js';

let vendor = '';
let shown = '';

byId('empty-updates').addEventListener('change', ({ target }) =>
  send(`${vendor}/settings`, { emptyUpdates: target.checked }),
);

const entry = ({ label, value }) =>
  make('div', {}, make('dt', {}, label), make('dd', {}, value), copyButton(value, label));

/** Shows what a credential needs, and the switches. */
export const showConnect = ({ name, label, baseUrl, credential, settings }) => {
  vendor = name;
  byId('empty-updates').checked = settings.emptyUpdates;
  if (shown === baseUrl) return;
  shown = baseUrl;
  byId('connect-title').textContent = `Connect to the ${label} twin`;
  byId('connect').replaceChildren(...[{ label: 'Base URL', value: baseUrl }, ...credential].map(entry));
};
