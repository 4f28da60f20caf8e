import { badge, byId, cell, fill, make, table } from './dom.js';
import { send } from './remote.js';

let vendor = '';

const strict = byId('oauth-strict');
const alter = byId('alter-state');
strict.addEventListener('change', () => send(`${vendor}/oauth`, { mode: strict.checked ? 'strict' : 'lenient' }));
alter.addEventListener('change', () => send(`${vendor}/oauth`, { alterState: alter.checked }));
byId('expire-tokens').addEventListener('click', () => send(`${vendor}/oauth/expire`));
byId('revoke').addEventListener('click', () => send(`${vendor}/oauth/revoke`));

const instant = (at) =>
  make('time', { dateTime: at }, new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium' }));

const times = (count) => (count === 1 ? 'once' : count === 0 ? 'never' : `${count} times`);

const grantRow = ({ app, who, since, expires, isOver, renewals }) =>
  make(
    'tr',
    {},
    cell(app),
    cell(who),
    cell(instant(since)),
    cell(isOver ? badge('expired', 'warn') : instant(expires)),
    cell(times(renewals)),
  );

/** Shows who connected, and how tokens are given. */
export const showOAuth = ({ name, oauth }) => {
  vendor = name;
  byId('oauth-part').hidden = !oauth;
  byId('oauth-none').hidden = Boolean(oauth);
  if (!oauth) return;
  const { grants, renewals, reused } = oauth;
  byId('count-oauth').textContent = grants.length === 0 ? '' : String(grants.length);
  strict.checked = oauth.mode === 'strict';
  alter.checked = oauth.alterState;
  byId('alter-state-part').hidden = !oauth.altersState;
  byId('assumptions').textContent = oauth.assumptions;
  for (const id of ['expire-tokens', 'revoke']) byId(id).disabled = grants.length === 0;
  const heads = ['App', 'Allowed by', 'Since', 'Access token until', 'Renewed'];
  fill(byId('grants'), table(heads, [...grants].reverse().map(grantRow), 'Nobody has connected an app yet.'));
  byId('renewals').textContent = `Renewed: ${times(renewals)}. Asked with a used refresh token: ${times(reused)}.`;
  byId('renewals').classList.toggle('bad', reused > 0);
};
