import { choice, flag, id, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

/** A way to reach a client, and whether it works now. */
export const contactChannel = defineResource({
  name: 'contactChannel',
  label: 'Contact Channel',
  description: 'A way to reach a client, and whether it works now',
  key: 'channel_uid',
  title: ['display_name', 'channel'],
  fields: {
    channel_uid: id('Identifier', { readOnly: true }),
    channel: text('Kind of channel', { readOnly: true }),
    display_name: text('Name that the business gave it', { nullable: true, readOnly: true }),
    available: flag('The client can be reached', { readOnly: true }),
    reason: choice(
      ['no_email', 'email_blocked', 'no_phone', 'opted_out', 'no_active_session', 'app_not_installed'],
      'Why not',
      { nullable: true, readOnly: true },
    ),
  },
  operations: {
    list: {
      route: 'GET /v3/communication/contact_channels',
      summary: 'Get channels of a client',
      query: { contact_uid: ref('client', 'Client', { label: 'Client', required: true }) },
      returns: 'many',
      rowsPath: ['data.contact_channels', 'data'],
      pagination: false,
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/communication/contact_channels.json',
    },
  },
});
