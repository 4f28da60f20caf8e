import { choice, dateTime, flag, id, integer, json, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { conversationRow } from '../client-rows.ts';
import { pagination } from '../pagination.ts';

const conversationV2 = {
  uid: id('Identifier'),
  title: text('Title'),
  follow_up: flag('To be followed up'),
  follow_up_date: dateTime('When to follow up'),
  follow_up_message: text('Note on the follow-up'),
  follow_up_text: text('The follow-up in words'),
  business_unread: flag('Not read by the business'),
  spam: flag('Marked as spam'),
  archived: flag('In the archive'),
  deleted: flag('In the trash'),
  sent: flag('Holds messages of the business'),
  received: flag('Holds messages of the client'),
  message_count: integer('Messages'),
  last_message: object(
    { title: text('Title'), text: text('Text'), message_of: text('Who wrote it'), extra_data: json('More about it') },
    'Last message',
  ),
  last_user_action_at: dateTime('Last action of the business'),
  last_client_action_at: dateTime('Last action of the client'),
  client: json('Client'),
  staff: object({ uid: ref('staff', 'Staff member'), display_name: text('Name') }, 'Staff member in charge'),
  has_matter: flag('Belongs to a matter'),
  matter: json('Matter'),
} as const;

/** The talk with a client on one matter; its identifier is that of the matter. */
export const conversation = defineResource({
  name: 'conversation',
  label: 'Conversation',
  description: 'The talk with a client on one matter; its identifier is that of the matter',
  title: ['title', 'last_business_action'],
  fields: {
    ...conversationRow,
    archived: flag('Move to the archive, or out of it'),
    spam: flag('Mark as spam, or not'),
    deleted: flag('Move to the trash'),
    follow_up: flag('Follow up, for the staff member of the token'),
    follow_up_date: text('When to be reminded', { example: '2026-12-01T09:00:00Z' }),
    follow_up_message: text('Note on the follow-up', { example: 'Ask how the exercises go' }),
    complete_follow_up: flag('The follow-up is done, when it is removed'),
    campaign: text('Campaign to note'),
    source_type: text('Kind of source'),
  },
  operations: {
    list: {
      route: 'GET /platform/v1/conversations',
      summary: 'Get many conversations',
      query: {
        folder: choice(
          ['inbox', 'follow_up', 'sent', 'archived', 'attention', 'trash', 'all'],
          'Only in this folder; for staff tokens',
        ),
      },
      returns: 'many',
      rowsPath: ['data.conversations', 'data'],
      row: conversationRow,
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/communication/legacy/legacy_v1_communication.json',
    },
    update: {
      route: 'PUT /v2/conversations/{id}',
      summary: 'Update a conversation',
      description: 'Archives, marks, deletes or follows up',
      path: { id: ref('conversation', 'Conversation', { label: 'Conversation' }) },
      query: { full_client: flag('Answer with the whole client') },
      body: {
        optional: [
          'archived',
          'business_unread',
          'spam',
          'deleted',
          'follow_up',
          'follow_up_date',
          'follow_up_message',
          'complete_follow_up',
          'campaign',
          'source_type',
        ],
      },
      returns: 'one',
      itemPath: ['', 'data'],
      row: conversationV2,
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/communication/legacy/conversations.json',
    },
    listV2: {
      route: 'GET /v2/conversations',
      summary: 'Get many conversations (v2)',
      returns: 'many',
      rowsPath: ['data', 'data.conversations', ''],
      pagination: { ...pagination, maxPageSize: 25 },
      row: { uid: id('Identifier'), client: object({ uid: ref('client', 'Client') }, 'Client') },
      otherWayOf: 'conversation.list',
      evidence: 'partly',
      source: 'vcita/developers-hub:api-validation/workflows/communication/post_v2_conversations_uid_messages.md',
    },
  },
});
