import { colour, flag, json, list, number, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { direction, identity, ofProject, projectId, statusInPath } from '../shared-fields.ts';
import { activepieces, bytechef, communityNode, feedglance, mcp, opencode } from '../sources.ts';

const members = { member_ids: list(ref('member', 'A member'), 'Member IDs, as one client sends them') } as const;

/** A column of a project's board. */
export const taskgroup = defineResource({
  name: 'taskgroup',
  label: 'Status',
  description: 'A column of the board of a project, which its tasks pass through',
  fields: {
    ...identity,
    name: text('Name', { example: 'In review' }),
    project: ref('project', 'Project', { readOnly: true }),
    order: number('Position; steps of 100 are usual', { example: 300 }),
    color: colour('Colour', { example: '#f59e0b' }),
    created_by: ref('member', 'Who made it', { readOnly: true }),
    completed_group: json('Set when tasks in it count as done', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /api/v1.0/taskgroups',
      summary: 'Get many statuses of a project',
      query: {
        ...projectId,
        // Answers 400 without it.
        archived: flag('Archived ones instead of active ones', { default: false }),
        ...direction,
      },
      returns: 'many',
      evidence: 'partly',
      source: `${feedglance} ; ${activepieces}/src/lib/common/index.ts ; ${communityNode}/taskGroup/taskGroup.properties.ts`,
    },
    get: {
      route: 'GET /api/v1.0/taskgroups/{task_group_id}',
      summary: 'Get a status',
      path: statusInPath,
      choosing: ofProject,
      returns: 'one',
      evidence: 'partly',
      source: `${mcp}:src/tools/taskgroups.ts`,
    },
    create: {
      route: 'POST /api/v1.0/taskgroups',
      summary: 'Create a status',
      body: {
        required: ['name'],
        fields: { ...projectId, isCompletionGroup: flag('Tasks in it count as done', { label: 'Done Column' }) },
        optional: ['order', 'color'],
      },
      returns: 'one',
      itemPath: ['task_group', ''],
      evidence: 'partly',
      source: `${opencode} ; ${bytechef}/openapi.yaml`,
    },
    update: {
      route: 'PUT /api/v1.0/taskgroups/{task_group_id}',
      summary: 'Update a status',
      path: statusInPath,
      choosing: ofProject,
      body: { optional: ['name', 'color', 'order'] },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${mcp}:src/tools/taskgroups.ts ; ${communityNode}/taskGroup/taskGroup.properties.ts`,
    },
    delete: {
      route: 'DELETE /api/v1.0/taskgroups/{task_group_id}',
      summary: 'Delete a status',
      description: 'What happens to its tasks is not stated by Nifty',
      path: statusInPath,
      choosing: ofProject,
      returns: 'nothing',
      evidence: 'partly',
      source: `${mcp}:src/tools/taskgroups.ts`,
    },
    moveTasks: {
      route: 'POST /api/v1.0/taskgroups/{task_group_id}/move',
      summary: 'Move the tasks of a status to another',
      path: statusInPath,
      choosing: ofProject,
      body: {
        fields: { target_taskgroup_id: ref('taskgroup', 'Status to move to', { label: 'Target Status ID' }) },
      },
      returns: 'nothing',
      evidence: 'inferred',
      source: `${mcp}:src/tools/taskgroups.ts ; ${communityNode}/taskGroup/taskGroup.properties.ts`,
    },
    addAssignees: {
      route: 'PUT /api/v1.0/taskgroups/{task_group_id}/assignees',
      summary: 'Assign members to all tasks of a status',
      path: statusInPath,
      choosing: ofProject,
      body: { fields: members },
      returns: 'nothing',
      evidence: 'inferred',
      source: `${mcp}:src/tools/taskgroups.ts`,
    },
    removeAssignees: {
      route: 'DELETE /api/v1.0/taskgroups/{task_group_id}/assignees',
      summary: 'Unassign members from tasks of a status',
      path: statusInPath,
      choosing: ofProject,
      body: { fields: members },
      returns: 'nothing',
      evidence: 'inferred',
      source: `${mcp}:src/tools/taskgroups.ts`,
    },
  },
});
