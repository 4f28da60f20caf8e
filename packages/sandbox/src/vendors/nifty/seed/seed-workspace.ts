import type { Twin } from '../../../twin.ts';
import { newId, newSecret } from '../new-id.ts';
import { meOf, teamOf } from '../people.ts';
import { apps, labels, people, portfolios, templates } from './workspace.ts';

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map(([letter]) => letter)
    .join('');

const seedPeople = ({ records, random, store }: Twin): void => {
  for (const { name, email, ...more } of people) {
    const user_id = newId('user', random);
    if (store.rows('user').length === 0) records.create('user', { id: user_id, name, email }, 'user');
    const avatar = `https://images.nifty.example/${user_id}.png`;
    const own = { name, email, user_id, avatar, initials: initialsOf(name), pending: false, removed: false };
    records.create('member', { ...own, ...more }, 'user');
  }
};

/** The workspace with its people, portfolios, labels, templates, apps and an invite link. */
export const seedWorkspace = (twin: Twin): void => {
  const { records, random } = twin;
  const billing_customer = `cus_${newSecret(random)}`;
  records.create('team', { name: 'Halden Studio', billing_customer }, 'user');
  seedPeople(twin);
  const me = meOf(twin).id;
  for (const portfolio of portfolios) records.create('subteam', { ...portfolio, members: [me] }, 'user');
  for (const label of labels)
    records.create('label', { default: false, ...label, created_by: me, team: teamOf(twin).id }, 'user');
  for (const template of templates) records.create('template', template, 'user');
  for (const app of apps)
    records.create('app', { ...app, client_id: newId('app', random), client_secret: newSecret(random) }, 'user');
  records.create('invite', {}, 'user');
};
