import { choice, dateTime, flag, id, json, list, longText, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { pagination } from '../pagination.ts';
import { conversationId, undescribed } from '../shared-fields.ts';

/** What was written, or done, in a conversation. */
export const message = defineResource({
  name: 'message',
  label: 'Message',
  description: 'What was written, or done, in a conversation with a client',
  key: 'uid',
  title: 'text',
  fields: {
    uid: id('Identifier', { readOnly: true }),
    text: longText('Text', { example: 'See you on Monday at 9' }),
    title: text('Title', { readOnly: true }),
    subject: text('Subject', { readOnly: true }),
    direction: choice(['business_to_client', 'client_to_business'], 'Who wrote to whom', {
      default: 'business_to_client',
    }),
    message_of: text('Who wrote it', { readOnly: true }),
    message_type: text('Kind of message', { readOnly: true }),
    sub_type: text('Finer kind', { readOnly: true }),
    message_description: text('In words', { readOnly: true }),
    conversation_uid: ref('matter', 'Conversation (matter); found or made when left out', { label: 'Matter' }),
    staff_id: ref('staff', 'Staff member who sends it', { label: 'Staff' }),
    staff: object(
      {
        uid: ref('staff', 'Staff member'),
        full_name: text('Name'),
        display_name: text('Name that clients see'),
        email: text('Email'),
      },
      'Staff member who sent it',
      { readOnly: true },
    ),
    channel_uid: id('Channel'),
    mail_sent: flag('An email was sent', { readOnly: true }),
    mail_delivered: flag('The email arrived', { readOnly: true }),
    mail_read: flag('The email was opened', { readOnly: true }),
    was_read: flag('It was read', { readOnly: true }),
    documents: json('Documents', { readOnly: true }),
    attachments: json('Attachments', { nullable: true, readOnly: true }),
    messageable: json('What it is about', { nullable: true, readOnly: true }),
    created_at: dateTime('When it was written', { readOnly: true }),
    updated_at: dateTime('When it was last changed', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /v2/conversations/{conversation_id}/messages',
      summary: 'Get messages of a conversation',
      path: conversationId,
      query: {
        last_update: flag('Only those changed in the last minute'),
        teams_view_filter: choice(['me'], 'Only those that you may see'),
      },
      returns: 'many',
      rowsPath: ['', 'data', 'data.messages'],
      pagination: { ...pagination, maxPageSize: 20 },
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/communication/legacy/legacy_v2_communication.json',
    },
    send: {
      route: 'POST /platform/v1/messages',
      summary: 'Send a message to a client',
      description: 'Or notes one that the client sent',
      body: {
        required: ['text', 'direction'],
        optional: ['conversation_uid', 'staff_id'],
        fields: {
          client_id: ref('client', 'Client', { label: 'Client', required: true }),
          channels: text('Channels, separated by commas; both when left out', {
            example: 'sms,email',
            suggestions: ['sms,email', 'email', 'sms'],
          }),
          conversation_title: text('Title of the conversation', { example: 'Your appointment' }),
        },
        wrap: 'message',
      },
      returns: 'one',
      row: { uid: id('Identifier'), id: id('Number within vcita'), conversation_uid: ref('matter', 'Matter') },
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/communication/legacy/legacy_v1_communication.json',
    },
    reply: {
      route: 'POST /v2/conversations/{conversation_uid}/messages',
      summary: 'Reply in a conversation',
      path: { conversation_uid: ref('conversation', 'Conversation', { label: 'Conversation' }) },
      body: {
        required: ['text'],
        optional: ['channel_uid'],
        fields: { channels: list(text('A channel'), 'Channels', { example: ['email'] }) },
      },
      returns: 'one',
      itemPath: ['data', ''],
      row: undescribed,
      otherWayOf: 'message.send',
      evidence: 'partly',
      source: 'vcita/developers-hub:api-validation/workflows/communication/post_v2_conversations_uid_messages.md',
    },
  },
});
