import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { meOf } from '../people.ts';
import { part, textsIn, type Values } from '../values.ts';

const attachmentNames = [
  'id',
  'name',
  'size',
  'url',
  'download',
  'thumbnail',
  'uploader',
  'created_at',
  'googleId',
  'googleType',
  'processed',
] as const;

/** A file as it hangs on a message. */
export const attachmentOf = (file: Row): Values => ({ ...part(file, attachmentNames), comments: 0 });

/** Replies and attachments of a message. */
export const messageExtras = (row: Row, twin: Twin): Values => {
  const replies = twin.store.rows('message').filter(({ thread, is_deleted }) => thread === row.id && !is_deleted);
  const files = textsIn(row.attachments).flatMap((id) => twin.store.find('file', id) ?? []);
  return {
    replies: replies.length,
    repliers: [...new Set(replies.map(({ author }) => author))],
    attachments: files.map(attachmentOf),
    heard: textsIn(row.heardBy).includes(meOf(twin).id),
  };
};
