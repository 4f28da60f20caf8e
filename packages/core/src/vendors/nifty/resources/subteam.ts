import { colour, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { description, identity, memberIds } from '../shared-fields.ts';
import { activepieces, communityNode, mcp } from '../sources.ts';

/** Sent by clients; not seen in an answer. */
const looks = { description, color: colour('Colour; not confirmed', { example: '#93c5fd' }) } as const;
// The odd plural comes from a client written against the vendor's own description.
const members = { members_ids: memberIds } as const;

/** A group of projects. Tokens without the right get 403 for all of this. */
export const subteam = defineResource({
  name: 'subteam',
  label: 'Portfolio',
  description: 'A group of projects',
  fields: { ...identity, name: text('Name', { example: 'Brand design' }) },
  operations: {
    list: {
      route: 'GET /api/v1.0/subteams',
      summary: 'Get many portfolios',
      returns: 'many',
      // `items` may stand beside the rows and be a boolean.
      rowsPath: ['subteams', ''],
      evidence: 'partly',
      source: `${activepieces}/src/lib/common/index.ts ; ${communityNode}/portfolio/portfolio.properties.ts`,
    },
    get: {
      route: 'GET /api/v1.0/subteams/{subteam_id}',
      summary: 'Get a portfolio',
      returns: 'one',
      evidence: 'partly',
      source: `${mcp}:src/tools/subteams.ts`,
    },
    create: {
      route: 'POST /api/v1.0/subteams',
      summary: 'Create a portfolio',
      body: { required: ['name'], fields: looks },
      returns: 'one',
      itemPath: ['subteam', ''],
      evidence: 'partly',
      source: `${mcp}:src/tools/subteams.ts ; ${communityNode}/portfolio/portfolio.properties.ts`,
    },
    update: {
      route: 'PUT /api/v1.0/subteams/{subteam_id}',
      summary: 'Update a portfolio',
      body: { fields: looks, optional: ['name'] },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${mcp}:src/tools/subteams.ts ; ${communityNode}/portfolio/portfolio.properties.ts`,
    },
    delete: {
      route: 'DELETE /api/v1.0/subteams/{subteam_id}',
      summary: 'Delete a portfolio',
      returns: 'nothing',
      evidence: 'partly',
      source: `${mcp}:src/tools/subteams.ts`,
    },
    addMembers: {
      route: 'PUT /api/v1.0/subteams/{subteam_id}/members',
      summary: 'Add members to a portfolio',
      body: { fields: members },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${mcp}:src/tools/subteams.ts`,
    },
    removeMembers: {
      route: 'DELETE /api/v1.0/subteams/{subteam_id}/members',
      summary: 'Remove members from a portfolio',
      body: { fields: members },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${mcp}:src/tools/subteams.ts`,
    },
    leave: {
      route: 'POST /api/v1.0/subteams/{subteam_id}/leave',
      summary: 'Leave a portfolio',
      description: 'The owner of the credential leaves',
      returns: 'nothing',
      evidence: 'partly',
      source: `${mcp}:src/tools/subteams.ts ; ${communityNode}/portfolio/portfolio.properties.ts`,
    },
  },
});
