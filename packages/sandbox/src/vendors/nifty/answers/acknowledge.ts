import type { Call, Outcome } from '../../../rules.ts';

const words: Readonly<Record<string, string>> = { POST: 'done', PUT: 'updated', DELETE: 'removed' };

/** What Nifty says to a change; its own words are not known. */
export const messageFor = ({ operation }: Call): string =>
  `${operation.resource.label} ${operation.name.startsWith('create') ? 'created' : (words[operation.method] ?? 'done')}`;

/** Answers that tell the identifier beside the message. */
const withId: ReadonlySet<string> = new Set(['project.update', 'milestone.create']);

/** The answer to what is not answered with the record. */
export const acknowledge = (call: Call, outcome: Outcome): unknown => ({
  message: messageFor(call),
  ...(outcome.kind === 'row' && withId.has(call.operation.key) && { id: outcome.row.id }),
});

/** Records that stand beside a message. */
const told: ReadonlySet<string> = new Set(['taskgroup.create', 'message.create']);

/** What stands beside a record. */
export const beside = (call: Call): Readonly<Record<string, unknown>> =>
  told.has(call.operation.key) ? { message: messageFor(call) } : {};

/** 201 for every POST, also for those that create nothing. */
export const status = ({ operation }: Call, outcome: Outcome): number => {
  const own = 'status' in outcome ? outcome.status : undefined;
  return own ?? (operation.method === 'POST' ? 201 : 200);
};
