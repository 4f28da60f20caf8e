import { byId, copyButton, make } from './dom.js';
import { send } from './remote.js';

let vendor = '';
let shown = '';

byId('empty-updates').addEventListener('change', ({ target }) =>
  send(`${vendor}/settings`, { emptyUpdates: target.checked }),
);
byId('quota').addEventListener('change', ({ target }) => send(`${vendor}/settings`, { quota: target.checked }));

const budgetText = ({ requests, seconds, methods, operations }) => {
  const what = [...(methods ?? []), ...(operations ?? [])].join(', ') || 'requests';
  const span = { 1: 'second', 60: 'minute', 3600: 'hour', 86400: 'day' }[seconds] ?? `${seconds} s`;
  return `${requests.toLocaleString('en')} ${what} a ${span}`;
};

const entry = ({ label, value }) =>
  make('div', {}, make('dt', {}, label), make('dd', {}, value), copyButton(value, label));

/** Shows what a credential needs, and the switches. */
export const showConnect = ({ name, label, baseUrl, credential, settings, hasEmptyUpdates, budgets, oauth }) => {
  vendor = name;
  byId('empty-updates').checked = settings.emptyUpdates;
  byId('empty-updates-part').hidden = !hasEmptyUpdates;
  byId('quota').checked = settings.quota;
  byId('budgets-part').hidden = budgets.length === 0;
  byId('budgets').textContent = budgets.map(budgetText).join('; ');
  if (shown === baseUrl) return;
  shown = baseUrl;
  byId('connect-title').textContent = `Connect to the ${label} twin`;
  const app = oauth
    ? [
        { label: 'OAuth client ID', value: oauth.app.client_id },
        { label: 'OAuth secret', value: oauth.app.client_secret },
      ]
    : [];
  byId('connect').replaceChildren(...[{ label: 'Base URL', value: baseUrl }, ...credential, ...app].map(entry));
};
