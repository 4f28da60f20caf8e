import type { ResourceRules } from '../../../rules.ts';
import type { Twin } from '../../../twin.ts';
import { problem, unknownRecord } from './checks.ts';
import { type Entry, entriesOf } from './lists.ts';
import { integrationUser } from './user-rules.ts';

const mention = (entry: Entry, twin: Twin): Entry => {
  const now = twin.scheduler.stamp();
  return { id: twin.random.uuid(), created_at: now, ...entry, updated_at: now };
};

/** A comment has an author: the one named, else the user of the integration. */
export const commentRules: ResourceRules = {
  defaults: (_, twin) => ({ user_id: integrationUser(twin)?.id ?? null, user_mentions: [] }),
  check: (values, _, twin) => [
    ...(values.text === '' ? [problem('text', 'must not be empty')] : []),
    ...unknownRecord(values, 'user_id', 'user', twin),
    ...entriesOf(values.user_mentions).flatMap((entry, index) =>
      twin.store.find('user', entry.user_id)
        ? []
        : [problem(`user_mentions.${index}.user_id`, 'must be the identifier of a user')],
    ),
  ],
  prepare: (values, _, { twin }) => ({
    ...values,
    ...('user_mentions' in values && {
      user_mentions: entriesOf(values.user_mentions).map((entry) => mention(entry, twin)),
    }),
  }),
};
