import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { removeClient } from '../records/client-rules.ts';
import { refused } from '../wire/refusals.ts';
import { found, listOf, oneRow, told } from './table.ts';

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const digits = (value: unknown): string => String(value ?? '').replace(/\D/g, '');

const holds = (row: Row, term: string): boolean =>
  [row.first_name, row.last_name, `${String(row.first_name)} ${String(row.last_name)}`, row.email, row.phone].some(
    (value) =>
      String(value ?? '')
        .toLowerCase()
        .includes(term),
  );

const matches = (row: Row, term: string, by: unknown): boolean => {
  if (by === 'email') return String(row.email ?? '').toLowerCase() === term;
  if (by === 'uid') return row.id === term;
  if (by === 'phone') return digits(term) !== '' && digits(row.phone).includes(digits(term));
  if (by === 'updated_at') return String(row.updated_at) >= term.toUpperCase();
  return holds(row, term);
};

/** Clients, looked through by a text: the whole email or identifier, a part of a phone number, or a part of anything. */
const list = listOf('client', (row, { query }) => {
  const term = String(query.search_term ?? '').toLowerCase();
  return term === '' || matches(row, term, query.search_by);
});

const ofClient = (table: string): Handler => listOf(table, (row, { path }) => row.client_id === path.client_id);

const bulkUpdate: Handler = ({ body, twin, actor }) => {
  const clients = body.clients as readonly { readonly id: string; readonly opt_in: boolean }[];
  if (clients.length > 5000) throw refused(422, 'invalid', 'At most 5000 clients at once');
  for (const { id, opt_in } of clients) twin.records.update('client', id, { opt_in }, actor);
  return oneRow({ updated: clients.length > 0, count: clients.length, message: `${clients.length} clients updated` });
};

const distinct = (ids: readonly string[]): string[] => {
  const all = [...new Set(ids)];
  if (all.length < 2) throw refused(422, 'invalid', 'Clients of the same contact cannot be merged');
  return all;
};

const listMergeMasters: Handler = ({ query }) => oneRow({ master_ids: distinct(idsIn(query.client_ids)) });

/** Matters, and all that hangs on the clients that go, come to the one that stays. */
const merge: Handler = ({ query, twin, actor }) => {
  const target = found('client', query.to_client_uid, twin);
  const others = idsIn(query.from_client_uids).filter((id) => id !== target.id);
  distinct([target.id, ...others]);
  for (const table of ['matter', 'appointment', 'invoice', 'estimate', 'payment', 'paymentRequest', 'eventAttendance'])
    for (const row of twin.store.rows(table))
      if (others.includes(String(row.client_id))) twin.store.put(table, { ...row, client_id: target.id });
  for (const id of others) removeClient(found('client', id, twin), twin, actor);
  return oneRow({ master_ids: [target.id], clients: [{ id: target.id }], status: 'OK' });
};

const settingsBulk: Handler = (call) => {
  const { body, twin, actor } = call;
  const entries = body.client_settings as readonly Readonly<Record<string, unknown>>[];
  const rows = entries.map(({ client_uid, ...values }): Row => {
    const data = twin.records.update('clientSettings', String(client_uid), values, actor);
    return { id: data.id, client_uid, success: true, data, errors: null };
  });
  return { kind: 'rows', rows };
};

const channels = ({ twin, query }: Call): Row[] => {
  const { email, phone } = found('client', query.contact_uid, twin);
  const channel = (name: string, value: unknown): Row => ({
    id: `${name}-${String(query.contact_uid)}`,
    channel_uid: `${name}-${String(query.contact_uid)}`,
    channel: name,
    display_name: String(value ?? name),
    available: Boolean(value),
    reason: value ? null : 'missing_address',
  });
  return [channel('email', email), channel('sms', phone)];
};

/** Calls on clients that are no plain reading or writing. */
export const clientHandlers: Readonly<Record<string, Handler>> = {
  'client.list': list,
  'client.update': told,
  'field.update': told,
  'client.bulkUpdate': bulkUpdate,
  'client.listConversations': ofClient('matter'),
  'client.listInvoices': ofClient('invoice'),
  'client.listPayments': ofClient('payment'),
  'client.listEstimates': ofClient('estimate'),
  'client.listDocuments': ofClient('document'),
  'client.listPaymentCards': ofClient('card'),
  'client.listPaymentCardsV3': listOf('card'),
  'client.listMergeMasters': listMergeMasters,
  'client.merge': merge,
  'clientSettings.bulkUpdate': settingsBulk,
  'contactChannel.list': (call) => ({ kind: 'rows', rows: channels(call) }),
};
