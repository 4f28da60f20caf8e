import { colour, flag, id, integer, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identity } from '../shared-fields.ts';
import { communityNode, mcp, opencode, reference } from '../sources.ts';

/** Sent as a number, answered as a word. */
const type = integer('0 for tasks, 1 for members', { minimum: 0, maximum: 1, example: 0 });

/** A tag of the workspace, not of a project. */
export const label = defineResource({
  name: 'label',
  label: 'Label',
  description: 'A tag of the workspace, for tasks, documents and files, or for members',
  fields: {
    ...identity,
    name: text('Name', { example: 'Print' }),
    color: colour('Colour', { example: '#ef4444' }),
    type: text('Kind: others (for tasks) or member', { readOnly: true }),
    created_by: ref('member', 'Who made it', { readOnly: true }),
    team: id('Workspace', { readOnly: true }),
    default: flag('Made by Nifty', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /api/v1.0/labels',
      summary: 'Get many labels',
      query: { type },
      returns: 'many',
      evidence: 'documented',
      source: `${reference}-labelapicontroller_getlabels`,
    },
    get: {
      route: 'GET /api/v1.0/labels/{label_id}',
      summary: 'Get a label',
      returns: 'one',
      evidence: 'documented',
      source: `${reference}-labelapicontroller_getlabel`,
    },
    create: {
      route: 'POST /api/v1.0/labels',
      summary: 'Create a label',
      body: { required: ['name', 'color'], fields: { type } },
      returns: 'one',
      itemPath: ['label', ''],
      evidence: 'partly',
      source: `${opencode} ; ${mcp}:src/tools/labels.ts`,
    },
    update: {
      route: 'PUT /api/v1.0/labels/{label_id}',
      summary: 'Update a label',
      description: 'Name and colour are sent together',
      body: { required: ['name', 'color'] },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${opencode} ; ${mcp}:src/tools/labels.ts`,
    },
    delete: {
      route: 'DELETE /api/v1.0/labels/{label_id}',
      summary: 'Delete a label',
      returns: 'nothing',
      evidence: 'partly',
      source: `${mcp}:src/tools/labels.ts ; ${communityNode}/tag/tag.properties.ts`,
    },
  },
});
