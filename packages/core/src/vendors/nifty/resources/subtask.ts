import { choice, ref } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { ofProject, projectId } from '../shared-fields.ts';
import { activepieces, mcp } from '../sources.ts';
import { taskFields, taskInputs } from '../task-fields.ts';

/** A task below another. Reading, changing and deleting one is done as with any task. */
export const subtask = defineResource({
  name: 'subtask',
  label: 'Subtask',
  description: 'A task below another; get, update, complete and delete it as a task',
  title: ['nice_id', 'name'],
  fields: taskFields,
  operations: {
    list: {
      route: 'GET /api/v1.0/tasks',
      summary: 'Get tasks and subtasks of a project',
      description: 'Rows with a parent task are the subtasks',
      query: {
        ...projectId,
        include_subtasks: choice(['true'], 'Always true', { default: 'true' }),
      },
      returns: 'many',
      rowsPath: ['tasks', 'items', ''],
      evidence: 'inferred',
      source: `${activepieces}/src/lib/common/polling.ts`,
    },
    create: {
      route: 'POST /api/v1.0/tasks',
      summary: 'Create a subtask',
      choosing: ofProject,
      body: {
        required: ['name'],
        fields: {
          task_id: ref('task', 'Parent', { label: 'Parent Task ID', required: true }),
          task_group_id: ref('taskgroup', 'Status; it settles the project', { label: 'Status ID', required: true }),
          story_points: taskInputs.story_points,
        },
        optional: ['description', 'start_date', 'due_date', 'assignees', 'labels'],
      },
      returns: 'one',
      evidence: 'partly',
      source: `${activepieces}/src/lib/common/operations.ts ; ${mcp}:docs/guides/tools.md`,
    },
  },
});
