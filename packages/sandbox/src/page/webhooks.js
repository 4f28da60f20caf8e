import { facts, jsonBlock, showDetail } from './detail.js';
import { badge, byId, cell, clock, fill, lineButton, make, table } from './dom.js';
import { read, send } from './remote.js';

const stateOf = (webhook, { active, sending }) => {
  if (webhook[active] === false) return badge('off', 'warn');
  return webhook[sending] === false ? badge('suspended', 'suspended') : badge('on', 'good');
};

const webhookRow = (webhook, fields) =>
  make(
    'tr',
    {},
    cell(stateOf(webhook, fields)),
    cell(webhook[fields.url], 'mono'),
    cell(webhook[fields.description] ?? ''),
    cell([webhook[fields.events] ?? []].flat().join(', ')),
    cell(String(webhook.fail_streak ?? 0), 'number'),
  );

const resultOf = ({ last, nextAt }) => {
  const result = last ? (last.problem ?? `answer ${last.status}`) : '';
  return nextAt ? [result, ', again at ', clock(nextAt)] : [result];
};

const attemptLine = ({ at, status, problem, milliseconds }) =>
  make('tr', {}, cell(clock(at)), cell(problem ?? `answer ${status}`), cell(`${milliseconds} ms`, 'number'));

const openDelivery = async (vendor, id) => {
  const { event, about, url, state, attempts, payload } = await read(`${vendor}/deliveries/${id}`);
  showDetail(
    `${event} “${about}”`,
    facts([
      ['Receiver', url],
      ['State', badge(state, state)],
    ]),
    make('div', { class: 'block-head' }, 'Attempts'),
    table(['Time', 'Result', 'Took'], attempts.map(attemptLine), 'Not sent yet.'),
    jsonBlock('Payload', payload),
  );
};

const deliveryRow = (vendor, delivery) => {
  const { id, state, event, about, url, attempts, last } = delivery;
  const again = () => send(`${vendor}/deliveries/${id}/send`);
  return make(
    'tr',
    {},
    cell(last ? clock(last.at) : ''),
    cell(badge(state, state)),
    cell(lineButton(id, event, () => openDelivery(vendor, id))),
    cell(about),
    cell(new URL(url).host, 'mono'),
    cell(String(attempts), 'number'),
    cell(resultOf(delivery)),
    cell(lineButton(`again-${id}`, 'Send again', again, 'small')),
  );
};

/** Shows subscriptions and what was sent to them, newest first. */
export const showWebhooks = ({ name, webhooks, webhookFields, deliveries }) => {
  byId('count-webhooks').textContent = webhooks.length === 0 ? '' : String(webhooks.length);
  fill(
    byId('webhooks'),
    table(
      ['State', 'Receiver', 'Description', 'Events', 'Failures in a row'],
      webhooks.map((webhook) => webhookRow(webhook, webhookFields)),
      'Nobody subscribed yet.',
    ),
  );
  fill(
    byId('deliveries'),
    table(
      ['Last try', 'State', 'Event', 'About', 'Receiver', 'Tries', 'Result', ''],
      deliveries.toReversed().map((delivery) => deliveryRow(name, delivery)),
      'Nothing was sent yet.',
    ),
  );
};
