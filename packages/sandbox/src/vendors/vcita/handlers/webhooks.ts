import { isLoopbackHost } from '../../../loopback.ts';
import type { Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { isEvent } from '../events/names.ts';
import { notSubscribed, refused, wrongValue } from '../wire/refusals.ts';
import { oneRow } from './table.ts';

const checkHost = (url: string, { settings }: Twin): void => {
  const { hostname } = new URL(url);
  if (isLoopbackHost(hostname) || settings.allowHosts.includes(hostname)) return;
  throw wrongValue(
    'target_url',
    `target_url must point to this machine (127.0.0.1, localhost), not to ${hostname}: the sandbox never sends anything outside. Names in its option allowHosts are taken as well`,
  );
};

const halves = (event: string): readonly [entity: string, type: string] => {
  const [entity = '', type = ''] = event.split('/');
  return [entity, type];
};

/** One URL for one event; the same pair again is refused. */
const subscribe: Handler = ({ body, twin }) => {
  const event = String(body.event);
  const url = String(body.url);
  if (!isEvent(event, twin.vendor)) throw notSubscribed(event);
  checkHost(url, twin);
  if (twin.store.rows('webhook').some((row) => row.event === event && row.url === url))
    throw refused(422, 'already_exists', 'The URL is subscribed to this event already');
  const [entity, event_type] = halves(event);
  const row = twin.records.create('webhook', { entity, event_type, event, url }, 'api');
  return oneRow({ subscription_id: row.id });
};

/** By the exact URL; without an event all of its subscriptions go. */
const unsubscribe: Handler = ({ body, twin, actor }) => {
  const gone = twin.store
    .rows('webhook')
    .filter((row: Row) => row.url === body.url && (body.event === undefined || row.event === body.event));
  for (const { id } of gone) twin.records.remove('webhook', id, actor);
  return oneRow({ unsubscribed: true });
};

/** Calls on subscriptions. */
export const webhookHandlers: Readonly<Record<string, Handler>> = {
  'webhook.subscribe': subscribe,
  'webhook.unsubscribe': unsubscribe,
};
