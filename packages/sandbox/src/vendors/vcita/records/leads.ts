import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { clientRules, tagsIn } from './client-rules.ts';
import { mattersOf } from './matters.ts';
import { sendMessage } from './messages.ts';
import { addTags } from './tags.ts';

type Values = Readonly<Record<string, unknown>>;

const knownClient = ({ identifier_type, email, unique_id }: Values, { store }: Twin): Row | undefined =>
  store
    .rows('client')
    .find((row) => (identifier_type === 'unique_id' ? row.unique_id === unique_id : row.email === email));

/** Makes a client with its first matter. */
export const addClient = (values: Values, twin: Twin, actor: Actor): Row => {
  clientRules.check?.(values, undefined, twin);
  const { tags, ...own } = values;
  const client = twin.records.create('client', { ...clientRules.defaults?.(own, twin), ...own }, actor);
  clientRules.storeNested?.(client, tags === undefined ? {} : { tags }, { twin, actor, query: {} });
  return client;
};

/** Finds or makes the client of a lead and puts what was asked for into its conversation. */
export const takeLead = (values: Values, twin: Twin, actor: Actor): { readonly client: Row; readonly matter: Row } => {
  const { first_name, last_name, email, phone, address, unique_id, status, source, source_url } = values;
  const given = { first_name, last_name, email, phone, address, unique_id, status, source_name: source, source_url };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const client = knownClient(values, twin) ?? addClient({ status: 'lead', ...filled }, twin, actor);
  const matter = mattersOf(client.id, twin)[0] as Row;
  if (values.tags) addTags([matter.id], tagsIn(values.tags), twin, actor);
  const details = Object.entries((values.message_data ?? {}) as Values).map(
    ([name, value]) => `${name}: ${String(value)}`,
  );
  const text = [values.request_title, values.system_message, ...details].filter(Boolean).join('\n');
  sendMessage(matter, { text, title: values.request_title, direction: 'client_to_business' }, twin, actor);
  return { client, matter };
};
