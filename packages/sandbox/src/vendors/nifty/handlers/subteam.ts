import type { Call, Handler, Outcome } from '../../../rules.ts';
import { meOf } from '../people.ts';
import { withEntries, withoutEntries } from '../values.ts';
import { ownRecord } from './own-record.ts';

const setMembers = (call: Call, how: (list: unknown, entries: unknown) => string[], ids: unknown): Outcome => {
  const { id, members } = ownRecord(call, 'subteam');
  return { kind: 'row', row: call.twin.records.update('subteam', id, { members: how(members, ids) }, call.actor) };
};

/** Adds members to a portfolio. */
export const addMembers: Handler = (call) => setMembers(call, withEntries, call.body.members_ids);

/** Takes members out of a portfolio. */
export const removeMembers: Handler = (call) => setMembers(call, withoutEntries, call.body.members_ids);

/** The token's owner leaves a portfolio. */
export const leave: Handler = (call) => {
  setMembers(call, withoutEntries, [meOf(call.twin).id]);
  return { kind: 'nothing' };
};
