import { dateTime, integer, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identity } from '../shared-fields.ts';
import { feedglance, mcp, pipedream } from '../sources.ts';

/** Direct chats, and the discussions of projects, which are not listed. */
export const chat = defineResource({
  name: 'chat',
  label: 'Chat',
  description: 'A direct chat, or the discussion of a project',
  fields: {
    ...identity,
    name: text('Name', { readOnly: true, example: 'General' }),
    type: integer('Kind; 2 was seen for a project discussion', { readOnly: true }),
    last_message_at: dateTime('Last message; not reliable', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /api/v1.0/chats',
      summary: 'Get many chats',
      description: 'Direct ones; a project tells its own discussion',
      returns: 'many',
      pagination: false,
      rowsPath: ['chats', 'items', ''],
      evidence: 'partly',
      source: `${feedglance} ; ${pipedream}/nifty.app.mjs ; ${mcp}:src/tools/chat.ts`,
    },
    get: {
      route: 'GET /api/v1.0/chats/{chat_id}',
      summary: 'Get a chat or discussion',
      returns: 'one',
      evidence: 'partly',
      source: `${feedglance} ; ${mcp}:src/tools/chat.ts`,
    },
  },
});
