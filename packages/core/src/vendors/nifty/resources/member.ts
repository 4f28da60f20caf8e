import { email, flag, id, json, ref, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identity, ofProject } from '../shared-fields.ts';
import { activepieces, communityNode, feedglance, mcp, pipedream } from '../sources.ts';

/** A person in the workspace. Assignees are told by this identifier, never by that of the user. */
export const member = defineResource({
  name: 'member',
  label: 'Member',
  description: 'A person in the workspace; tasks are assigned by the member ID',
  title: ['name', 'email'],
  lookup: { narrowedBy: ['project_id'] },
  fields: {
    ...identity,
    user_id: id('User, not for assignees', { label: 'User ID', readOnly: true }),
    name: text('Name', { readOnly: true, example: 'Ana Duarte' }),
    email: email('Mail address', { readOnly: true, example: 'ana@studio.example' }),
    initials: text('Initials', { readOnly: true }),
    avatar: url('Picture', { readOnly: true }),
    role: json('Role, a text or an object', { readOnly: true }),
    pending: flag('The invitation is open', { readOnly: true }),
    removed: flag('Removed from the workspace', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /api/v1.0/members',
      summary: 'Get many members',
      description: 'Invited and removed people are among them',
      query: { project_id: ref('project', 'Only of this project') },
      returns: 'many',
      rowsPath: ['members', 'items', ''],
      evidence: 'partly',
      source: `${activepieces}/test/actions.test.ts ; ${feedglance} ; ${pipedream}/nifty.app.mjs ; ${mcp}:src/sync-data.ts`,
    },
    get: {
      route: 'GET /api/v1.0/members/{member_id}',
      summary: 'Get a member',
      choosing: ofProject,
      returns: 'one',
      evidence: 'partly',
      source: `${mcp}:src/tools/members.ts ; ${communityNode}/member/member.properties.ts`,
    },
  },
});
