import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { attachmentOf } from '../answers/message-extras.ts';
import { teamOf } from '../people.ts';
import { part, textsIn, type Values } from '../values.ts';

/** Kinds are numbers in deliveries; only that of a text was seen. */
const kinds = ['text', 'gif', 'document'] as const;

const authorOf = (id: unknown, twin: Twin): Values => {
  const member = twin.store.find('member', id);
  const team = teamOf(twin);
  const role = member?.role;
  return {
    id,
    user: part({ ...member, id: member?.user_id }, ['id', 'name', 'email', 'avatar']),
    team: part(team, ['id', 'name', 'billing_customer']),
    role: typeof role === 'object' && role !== null ? role : { name: role ?? null },
  };
};

/**
 * What a delivery tells of a new message: a good deal, in camelCase, with private data of its author. Only messages of
 * discussions were seen; that those of tasks, files and documents name these is assumed.
 */
export const messageCreated = (row: Row, twin: Twin): Values => {
  const chat = twin.store.find('chat', row.chat);
  const targets = ['task', 'file', 'document', 'thread'].filter((name) => typeof row[name] === 'string');
  return {
    id: row.id,
    type: Math.max(0, kinds.indexOf(row.type as (typeof kinds)[number])),
    subtype: row.subtype,
    text: row.text,
    author: authorOf(row.author, twin),
    ...(chat && { chat: part(chat, ['id', 'name', 'type']) }),
    ...part(row, targets),
    tagged: row.tagged,
    attachments: textsIn(row.attachments).flatMap((id) => {
      const file = twin.store.find('file', id);
      return file ? [attachmentOf(file)] : [];
    }),
    isEdited: false,
    isRemoved: false,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
};
