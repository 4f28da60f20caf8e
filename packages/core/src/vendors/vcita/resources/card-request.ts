import { choice, dateTime, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityUid, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/legacy/payments.json';

/** Asks a client to save a card. */
export const cardRequest = defineResource({
  name: 'cardRequest',
  label: 'Card Request',
  description: 'Asks a client to save a card',
  key: 'uid',
  title: 'channel',
  fields: {
    ...identityUid,
    client_uid: ref('client', 'Client'),
    channel: choice(['email', 'sms'], 'How it is sent'),
    last_requested_at: dateTime('When it was sent last', { readOnly: true }),
    staff_uid: ref('staff', 'Who asked', { readOnly: true }),
    ...stamps,
  },
  operations: {
    get: {
      route: 'GET /business/payments/v1/card_requests/{client_uid}',
      summary: 'Get the card request of a client',
      path: { client_uid: ref('client', 'Client') },
      returns: 'one',
      itemPath: 'data.card_request',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/payments/v1/card_requests',
      summary: 'Ask a client to save a card',
      description: 'Needs a connected payment gateway',
      body: {
        wrap: 'card_request',
        required: ['client_uid', 'channel'],
        fields: {
          channel_value: text('Mail address or phone number', { required: true, example: 'ann@patient.example' }),
          alpha2: text('Country code of the phone', { label: 'Country Code', example: 'GB' }),
        },
      },
      returns: 'one',
      itemPath: 'data.card_request',
      evidence: 'documented',
      source,
    },
  },
});
