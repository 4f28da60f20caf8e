import { invalid } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import { meOf } from '../people.ts';
import { writeMessage } from '../records/message-writer.ts';
import { type Values, withEntries } from '../values.ts';
import { ownRecord } from './own-record.ts';

const neededFor: Readonly<Record<string, string>> = { text: 'text', gif: 'url', document: 'doc_attachment' };

const checkContent = ({ body }: Call): void => {
  const needed = neededFor[String(body.type)] ?? 'text';
  if (!body[needed]) throw invalid(needed, `must be sent for the type ${String(body.type)}`);
  if (body.doc_id !== undefined && !body.entity_key) throw invalid('entity_key', 'must be sent with doc_id');
};

/** Where a message hangs; a reply stands beside what it replies to. */
const targetOf = ({ body, twin }: Call): Values => {
  const { chat_id, task_id, file_id, doc_id, message_id } = body;
  const parent = twin.store.find('message', message_id);
  return {
    chat: chat_id ?? parent?.chat ?? null,
    task: task_id ?? parent?.task ?? null,
    file: file_id ?? parent?.file ?? null,
    document: doc_id ?? parent?.document ?? null,
    thread: message_id ?? null,
  };
};

const own = [
  'type',
  'text',
  'url',
  'doc_attachment',
  'entity_key',
  'hidden',
  'annotation_id',
  'audio_duration',
  'bot_name',
  'bot_avatar',
  'context_text',
] as const;

/** Writes a comment or message as the token's owner. */
export const create: Handler = (call) => {
  checkContent(call);
  const { body, twin, actor } = call;
  const given = Object.fromEntries(own.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));
  const values = {
    ...given,
    ...targetOf(call),
    author: meOf(twin).id,
    attachments: body.nifty_files ?? [],
    ...(body.date !== undefined && { created_at: body.date }),
  };
  return { kind: 'row', row: writeMessage(twin, values, actor) };
};

/** Marks a message as seen by the token's owner. */
export const see: Handler = (call) => {
  const { twin, actor } = call;
  const { id, seen_by } = ownRecord(call, 'message');
  twin.records.update('message', id, { seen_by: withEntries(seen_by, [meOf(twin).id]) }, actor);
  return { kind: 'nothing' };
};
