import { defineResource } from '../../../define/resource.ts';
import { identity } from '../shared-fields.ts';
import { mcp } from '../sources.ts';

/** A link that lets people in. How one looks in an answer is not known. */
export const invite = defineResource({
  name: 'invite',
  label: 'Invite',
  description: 'A link that lets people into the workspace',
  title: 'id',
  fields: identity,
  operations: {
    list: {
      route: 'GET /api/v1.0/invites',
      summary: 'Get many active invite links',
      returns: 'many',
      pagination: false,
      rowsPath: ['invites', 'items', ''],
      evidence: 'inferred',
      source: `${mcp}:src/tools/invite.ts`,
    },
  },
});
