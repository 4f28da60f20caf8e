import type { Call, Handler } from '../../../rules.ts';
import { mattersOf } from '../records/matters.ts';
import { sendMessage } from '../records/messages.ts';
import { refused } from '../wire/refusals.ts';
import { found, oneRow } from './table.ts';

const minute = 60_000;

/** Messages of a conversation; only those of the last minute when that is asked for. */
const list: Handler = ({ path, query, twin }) => {
  const since = query.last_update === true ? twin.scheduler.now() - minute : 0;
  const rows = twin.store
    .rows('message')
    .filter((row) => row.matter_uid === path.conversation_id && Date.parse(String(row.updated_at)) >= since);
  return { kind: 'rows', rows };
};

const matterOf = ({ body, twin }: Call) => {
  if (body.conversation_uid) return found('matter', body.conversation_uid, twin);
  const [first] = mattersOf(body.client_id, twin);
  if (!first) throw refused(422, 'invalid', 'Not Found');
  return first;
};

const send: Handler = (call) => {
  const { body, twin, actor } = call;
  const matter = matterOf(call);
  if (matter.client_id !== body.client_id) throw refused(422, 'invalid', 'The conversation is of another client');
  const { text, direction, staff_id, conversation_title: title } = body;
  const message = sendMessage(matter, { text, direction, staff_id, title }, twin, actor);
  return oneRow({ uid: message.id, id: message.number, matter_uid: matter.id });
};

const reply: Handler = ({ path, body, twin, actor }) => {
  const matter = found('matter', path.conversation_uid, twin);
  const values = { text: body.text, channel_uid: body.channel_uid ?? null, direction: 'business_to_client' };
  return { kind: 'row', row: sendMessage(matter, values, twin, actor) };
};

/** Calls on messages. */
export const messageHandlers: Readonly<Record<string, Handler>> = {
  'message.list': list,
  'message.send': send,
  'message.reply': reply,
};
