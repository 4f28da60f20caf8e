import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';

type Values = Readonly<Record<string, unknown>>;

/** Writes a message into the conversation of a matter; the other side has it unread. */
export const sendMessage = (matter: Row, values: Values, twin: Twin, actor: Actor): Row => {
  const byBusiness = values.direction !== 'client_to_business';
  const message = twin.records.create(
    'message',
    {
      message_type: 'message',
      sub_type: 'text',
      was_read: false,
      mail_sent: byBusiness,
      mail_delivered: byBusiness,
      mail_read: false,
      documents: [],
      ...values,
      staff_id: byBusiness ? (values.staff_id ?? matter.staff_id) : null,
      direction: byBusiness ? 'business_to_client' : 'client_to_business',
      matter_uid: matter.id,
      client_id: matter.client_id,
      number: String(1000 + twin.store.rows('message').length),
    },
    actor,
  );
  twin.records.update('matter', matter.id, byBusiness ? { client_unread: true } : { business_unread: true }, actor);
  return message;
};
