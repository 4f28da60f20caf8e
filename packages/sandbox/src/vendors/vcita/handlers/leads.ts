import type { Handler } from '../../../rules.ts';
import { takeLead } from '../records/leads.ts';
import { wrongValue } from '../wire/refusals.ts';

const create: Handler = ({ body, twin, actor }) => {
  const field = body.identifier_type === 'unique_id' ? 'unique_id' : 'email';
  if (!body[field]) throw wrongValue(field, `${field} is missing`, 'PARAMETER_MISSING');
  const { client, matter } = takeLead(body, twin, actor);
  return { kind: 'content', content: { uid: client.id, conversation_uid: matter.id, status: 'OK' } };
};

/** A lead: a client that is found or made, with what it asks for. */
export const leadHandlers: Readonly<Record<string, Handler>> = { 'lead.create': create };
