import type { ResourceRules } from '../../../rules.ts';
import { mentionedIn } from './message-writer.ts';

/** A message: a changed one says so, a deleted one stays in the list without its text. */
export const messageRules: ResourceRules = {
  prepare: ({ nifty_files, ...values }) => ({
    ...values,
    ...(nifty_files !== undefined && { attachments: nifty_files }),
    tagged: mentionedIn(values.text),
    is_edited: true,
  }),
  remove(row, { records }, actor) {
    records.update('message', row.id, { text: '', attachments: [], tagged: [], is_deleted: true }, actor);
  },
};
