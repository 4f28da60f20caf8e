import { json, ref } from '../../define/field.ts';
import type { OperationFor } from '../../define/operation.ts';
import { labelIds, memberIds, ofProject, taskIds } from './shared-fields.ts';
import { activepieces, bytechef, mcp, opencode, pipedream } from './sources.ts';
import type { taskFields } from './task-fields.ts';

const assignees = { assignees: memberIds } as const;
const value = json('Value', { required: true });
const fieldId = ref('field', 'Custom field', { required: true });

/** What hangs on a task: assignees, labels, other tasks, a milestone, documents and values of custom fields. */
export const taskRelations = {
  addAssignees: {
    route: 'PUT /api/v1.0/tasks/{task_id}/assignees',
    summary: 'Assign members to a task',
    choosing: ofProject,
    body: { fields: assignees },
    returns: 'one',
    readBack: 'always',
    evidence: 'partly',
    source: `${activepieces}/src/lib/common/operations.ts ; ${pipedream}/actions/assign-task/assign-task.mjs ; ${opencode}`,
  },
  removeAssignees: {
    route: 'DELETE /api/v1.0/tasks/{task_id}/assignees',
    summary: 'Remove members from a task',
    choosing: ofProject,
    body: { fields: assignees },
    returns: 'one',
    readBack: 'always',
    evidence: 'partly',
    source: `${activepieces}/src/lib/common/operations.ts ; ${opencode}`,
  },
  addLabels: {
    route: 'PUT /api/v1.0/tasks/{task_id}/labels',
    summary: 'Add labels to a task',
    choosing: ofProject,
    body: { fields: labelIds },
    returns: 'one',
    readBack: 'always',
    evidence: 'partly',
    source: `${mcp}:test/regression-api-contract.test.ts ; ${bytechef}/openapi.yaml ; ${opencode}`,
  },
  removeLabels: {
    route: 'DELETE /api/v1.0/tasks/{task_id}/labels',
    summary: 'Remove labels from a task',
    choosing: ofProject,
    body: { fields: labelIds },
    returns: 'one',
    readBack: 'always',
    evidence: 'partly',
    source: `${mcp}:test/regression-api-contract.test.ts ; ${opencode}`,
  },
  link: {
    route: 'POST /api/v1.0/tasks/{task_id}/link_task',
    summary: 'Link related tasks',
    description: 'For information only; Update sets a dependency',
    choosing: ofProject,
    body: { fields: { tasks: taskIds } },
    returns: 'one',
    readBack: 'always',
    evidence: 'partly',
    source: `${mcp}:test/regression-api-contract.test.ts ; ${opencode}`,
  },
  setMilestone: {
    route: 'PUT /api/v1.0/tasks/{task_id}/milestone',
    summary: 'Set the milestone of a task',
    choosing: ofProject,
    body: { fields: { milestone_id: ref('milestone', 'Milestone; without it, said to be removed') } },
    returns: 'one',
    readBack: 'always',
    evidence: 'inferred',
    source: `${mcp}:src/tools/tasks.ts`,
  },
  attachDocument: {
    route: 'POST /api/v1.0/tasks/{task_id}/documents',
    summary: 'Attach a document to a task',
    description: 'Clients disagree on method and content',
    choosing: ofProject,
    body: { fields: { document_id: ref('document', 'Document', { required: true }) } },
    returns: 'nothing',
    evidence: 'inferred',
    source: `${mcp}:src/tools/tasks.ts`,
  },
  listFields: {
    route: 'GET /api/v1.0/tasks/{task_id}/fields',
    summary: 'Get custom field values of a task',
    choosing: ofProject,
    returns: 'many',
    pagination: false,
    rowsPath: ['fields', 'items', ''],
    row: { field_id: fieldId, value },
    evidence: 'partly',
    source: `${mcp}:src/tools/tasks.ts`,
  },
  addField: {
    route: 'POST /api/v1.0/tasks/{task_id}/fields',
    summary: 'Add a custom field value to a task',
    choosing: ofProject,
    body: {
      fields: {
        field_id: fieldId,
        value,
      },
    },
    returns: 'nothing',
    evidence: 'inferred',
    source: `${mcp}:src/tools/tasks.ts`,
  },
  updateField: {
    route: 'PUT /api/v1.0/tasks/{task_id}/fields/{field_id}',
    summary: 'Update a custom field value of a task',
    choosing: ofProject,
    body: { fields: { value } },
    returns: 'nothing',
    evidence: 'inferred',
    source: `${mcp}:src/tools/tasks.ts`,
  },
} as const satisfies Readonly<Record<string, OperationFor<typeof taskFields>>>;
