import { dateTime, flag, integer, longText, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { direction, identity, ofProject, projectId, statusId, targetProject, taskIds } from '../shared-fields.ts';
import { activepieces, communityNode, mcp, opencode } from '../sources.ts';

const tasks = { tasks: taskIds } as const;
const dependency = { dependency: ref('milestone', 'Milestone that comes before') } as const;

/** A dated stretch of a project, or a plain list of tasks. */
export const milestone = defineResource({
  name: 'milestone',
  label: 'Milestone',
  description: 'A dated stretch of a project, or a plain list of tasks',
  // One client sees both kinds in the answer with is_list.
  lookup: { input: { is_list: true } },
  fields: {
    ...identity,
    name: text('Name', { example: 'Concept phase' }),
    description: longText('Description', { example: 'Three directions, one chosen' }),
    is_list: flag('A plain list without dates'),
    project: ref('project', 'Project', { readOnly: true }),
    task_group: ref('taskgroup', 'Linked status; not always there', { label: 'Status', readOnly: true }),
    start: dateTime('Start; a milestone needs it', { example: '2026-12-01T00:00:00.000Z' }),
    end: dateTime('End; a milestone needs it', { example: '2026-12-18T00:00:00.000Z' }),
    archived: flag('Archived', { readOnly: true }),
    statistic: object(
      { total: integer('Tasks'), completed: integer('Completed tasks'), overdue: integer('Overdue tasks') },
      'Numbers of tasks',
      { readOnly: true },
    ),
    created_at: dateTime('When it was made', { readOnly: true }),
    created_by: ref('member', 'Who made it', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /api/v1.0/milestones',
      summary: 'Get many milestones of a project',
      description: 'For all, read with and without plain lists',
      query: {
        ...projectId,
        is_list: flag('Plain lists as well'),
        completed: flag('Only completed or only open; seen in one client'),
        ...direction,
      },
      returns: 'many',
      evidence: 'partly',
      source: `${activepieces}/test/client.test.ts ; ${mcp}:src/sync-data.ts ; ${opencode}`,
    },
    get: {
      route: 'GET /api/v1.0/milestones/{milestone_id}',
      summary: 'Get a milestone',
      choosing: ofProject,
      returns: 'one',
      evidence: 'partly',
      source: `${activepieces}/src/lib/common/operations.ts ; ${opencode}`,
    },
    create: {
      route: 'POST /api/v1.0/milestones',
      summary: 'Create a milestone',
      description: 'Or a plain list without dates',
      body: {
        required: ['name'],
        fields: {
          ...projectId,
          // Clients that are known to work always send it.
          description: longText('Description', { default: '', example: 'Three directions, one chosen' }),
          ...statusId,
          ...dependency,
        },
        optional: ['start', 'end', 'is_list'],
      },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${activepieces}/src/lib/common/operations.ts ; ${opencode}`,
    },
    update: {
      route: 'PUT /api/v1.0/milestones/{milestone_id}',
      summary: 'Update a milestone',
      choosing: ofProject,
      body: { fields: dependency, optional: ['name', 'description', 'start', 'end', 'is_list'] },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: opencode,
    },
    delete: {
      route: 'DELETE /api/v1.0/milestones/{milestone_id}',
      summary: 'Delete a milestone',
      choosing: ofProject,
      returns: 'nothing',
      evidence: 'partly',
      source: `${mcp}:src/tools/milestones.ts ; ${communityNode}/milestone/milestone.properties.ts`,
    },
    archive: {
      route: 'POST /api/v1.0/milestones/{milestone_id}/archive',
      summary: 'Archive a milestone',
      choosing: ofProject,
      body: { fixed: { archived: true } },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${mcp}:src/tools/milestones.ts ; ${communityNode}/milestone/milestone.properties.ts`,
    },
    restore: {
      route: 'POST /api/v1.0/milestones/{milestone_id}/archive',
      summary: 'Restore an archived milestone',
      choosing: ofProject,
      body: { fixed: { archived: false } },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${mcp}:src/tools/milestones.ts ; ${communityNode}/milestone/milestone.properties.ts`,
    },
    moveToProject: {
      route: 'PUT /api/v1.0/milestones/{milestone_id}/move_to_project',
      summary: 'Move a milestone to another project',
      choosing: ofProject,
      body: { fields: targetProject },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${mcp}:src/tools/milestones.ts ; ${communityNode}/milestone/milestone.properties.ts`,
    },
    addTasks: {
      route: 'PUT /api/v1.0/milestones/{milestone_id}/tasks',
      summary: 'Put tasks under a milestone',
      choosing: ofProject,
      body: { fields: tasks },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${opencode} ; ${mcp}:src/tools/milestones.ts ; ${communityNode}/milestone/milestone.properties.ts`,
    },
    removeTasks: {
      route: 'DELETE /api/v1.0/milestones/{milestone_id}/tasks',
      summary: 'Take tasks out of a milestone',
      choosing: ofProject,
      body: { fields: tasks },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: `${opencode} ; ${mcp}:src/tools/milestones.ts`,
    },
  },
});
