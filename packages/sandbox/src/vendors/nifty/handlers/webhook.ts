import { notFound } from '../../../api-error.ts';
import type { Handler } from '../../../rules.ts';
import { ownRecord } from './own-record.ts';

/** Ends a subscription of the app that the content names. */
export const remove: Handler = (call) => {
  const { twin, body, actor } = call;
  const { id, app_id } = ownRecord(call, 'webhook');
  if (app_id !== body.app_id) throw notFound('webhook', `${id} of the app ${String(body.app_id)}`);
  twin.records.remove('webhook', id, actor);
  return { kind: 'nothing' };
};
