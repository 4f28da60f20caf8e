import { notFound } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { newSecret } from '../credential.ts';
import { refused } from '../wire/refusals.ts';
import { listOf, oneRow } from './table.ts';

/** The older calls name an app by its code name. */
const appOf = ({ path, twin }: Call): Row => {
  const name = path.id ?? path.app_code_name;
  const app = twin.store.rows('app').find(({ app_code_name }) => app_code_name === name);
  if (!app) throw notFound('app', name);
  return app;
};

/** A new app; its secret is shown once. */
const create: Handler = ({ body, twin, actor }) => {
  if (twin.store.rows('app').some((row) => row.app_code_name === body.app_code_name))
    throw refused(422, 'already_exists', 'app_code_name has already been taken');
  const client_id = newSecret(twin.random);
  const client_secret = `sandbox-${newSecret(twin.random)}`;
  const { payment_data: _, ...values } = body;
  const app = twin.records.create('app', { installed: false, owner: true, ...values, client_id }, actor);
  const { id } = app;
  const now = (): Row => twin.store.find('app', id) ?? app;
  twin.oauth?.apps.add({
    clientId: client_id,
    clientSecret: client_secret,
    name: String(app.name ?? app.app_code_name),
    redirectUris: () =>
      [now().redirect_uri, now().oauth_redirect_uris].flat().filter((uri): uri is string => typeof uri === 'string'),
    trusted: () => now().trusted === 'true',
    tokenFormat: app.access_token_format === 'jwt' ? 'jwt' : 'opaque',
  });
  return oneRow({ ...app, app_id: app.id, client_secret });
};

const dataOf = (app: Row, number: number) =>
  oneRow({
    app_id: number,
    app_code_name: app.app_code_name,
    app_name: app.name,
    status: app.installed === true ? 'installed' : 'uninstalled',
    assignment: { assigned: app.assigned === true },
    app_host: app.app_host,
    is_internal: false,
    requires_upgrade: false,
  });

const change =
  (values: Readonly<Record<string, unknown>>): Handler =>
  (call) => {
    const app = call.twin.records.update('app', appOf(call).id, values, call.actor);
    const number = call.twin.store.rows('app').findIndex(({ id }) => id === app.id) + 1;
    return dataOf(app, number);
  };

const translate: Handler = (call) => oneRow({ app_code_name: appOf(call).app_code_name, updated: true });

/** Calls on apps, which are the business of partners. */
export const appHandlers: Readonly<Record<string, Handler>> = {
  'app.create': create,
  'app.list': listOf('app', (row, { query }) => {
    const part = String(query.search ?? '').toLowerCase();
    return String(row.name ?? '')
      .toLowerCase()
      .includes(part);
  }),
  'app.update': (call) => ({
    kind: 'row',
    row: call.twin.records.update('app', appOf(call).id, call.body, call.actor),
  }),
  'app.getPlatform': (call) => ({ kind: 'row', row: appOf(call) }),
  'app.install': change({ installed: true }),
  'app.uninstall': change({ installed: false }),
  'app.assign': change({ assigned: true }),
  'app.unassign': change({ assigned: false }),
  'app.updateTranslations': translate,
};
