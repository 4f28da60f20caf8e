import { choice, choices, dateTime, flag, json, longText, number, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { pagination } from '../pagination.ts';
import { identityUid, sortByStamps, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/communication/activity_message.json';
const types = [
  'meeting',
  'appointment_series',
  'invoice',
  'estimate',
  'payment',
  'payment_status',
  'payment_card',
  'card_request',
  'scheduled_payments_rule',
  'payout',
  'announcement',
  'invite',
  'event',
  'event_series',
  'event_instance',
  'waitlist',
  'linked_booking',
  'client_booking_package',
  'product_order',
  'review',
  'document',
  'voice_call',
  'assignment',
] as const;

/** A message that vcita sends about something: a booking, an invoice, an invitation. */
export const activityMessage = defineResource({
  name: 'activityMessage',
  label: 'Activity Message',
  description: 'A message about a booking, an invoice, an invitation and the like',
  key: 'uid',
  title: ['activity_type', 'activity_action'],
  fields: {
    ...identityUid,
    client_uid: ref('client', 'Client', { label: 'Client' }),
    staff_uid: ref('staff', 'Staff member who sends it', { label: 'Staff' }),
    business_uid: ref('business', 'Business', { label: 'Business' }),
    activity_type: choice(types, 'What it is about', { readOnly: true }),
    activity_action: text('What happened, or what the client is asked to do', { readOnly: true }),
    direction: choice(['pivot_to_client', 'client_to_pivot', 'to_pivot', 'to_client'], 'Who wrote to whom', {
      readOnly: true,
    }),
    channels: choices(['email', 'sms'], 'How it is sent', { example: ['email'] }),
    message_text: object(
      { subject: text('Subject', { maxLength: 200 }), body: longText('Text') },
      'Text, as {subject, body}',
      { example: { subject: 'Book your check-up', body: 'It is time for your yearly check-up' } },
    ),
    cta_button_text: text('Label of the button in the email', { label: 'Button Text', example: 'Book now' }),
    link_url_params: object(
      {
        utm_source: text('Source of traffic'),
        utm_campaign: text('Campaign'),
        title: text('Title, for pay only'),
        amount: number('Amount, for pay only'),
        v_currency: text('Currency, for pay only'),
      },
      'Added to the link of the button',
      { label: 'Link Parameters' },
    ),
    meeting_data: json('Service, start, duration and kind of the meeting', { readOnly: true }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /v3/communication/activity_messages',
      summary: 'Get many activity messages',
      query: {
        activity_type: choice(types, 'Only about this'),
        activity_action: text('Only with this action', { example: 'scheduled' }),
        client_uid: ref('client', 'Only of this client', { label: 'Client' }),
        staff_uid: ref('staff', 'Only of this staff member', { label: 'Staff' }),
        conversation_uid: ref('conversation', 'Only of this conversation', { label: 'Conversation' }),
        direction: choice(['business_to_client', 'client_to_business'], 'Only in this direction'),
        was_read: flag('Only read ones, or unread ones'),
        created_after: dateTime('Made at this time or later'),
        created_before: dateTime('Made at this time or before'),
        ...sortByStamps,
      },
      returns: 'many',
      rowsPath: ['data.activity_messages', 'data'],
      pagination: { ...pagination, total: 'data.total_count' },
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/communication/activity_messages',
      summary: 'Invite a client',
      description: 'Asks the client to book, pay, share or review. The staff member must be tied to the client',
      body: {
        required: ['client_uid', 'channels'],
        optional: ['message_text', 'staff_uid', 'business_uid', 'cta_button_text', 'link_url_params'],
        fields: {
          activity_action: choice(
            ['schedule', 'pay', 'share_document', 'client_portal', 'package', 'livesite', 'review'],
            'What the client is asked to do',
            { label: 'Invite to', required: true, example: 'schedule' },
          ),
        },
        fixed: { activity_type: 'invite' },
      },
      returns: 'one',
      evidence: 'documented',
      source,
    },
  },
});
