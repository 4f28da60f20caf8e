import { choice, dateTime, flag, id, list, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identity, projectId } from '../shared-fields.ts';
import { bytechef, communityNode, mcp } from '../sources.ts';

const properties = `${communityNode}/timeTracking/timeTracking.properties.ts`;

/** Tracked time; read only, and only with the right time_tracking. */
export const time = defineResource({
  name: 'time',
  label: 'Time',
  description: 'Time tracked on tasks; it cannot be written through the API',
  title: ['start', 'end'],
  fields: {
    ...identity,
    project: ref('project', 'Project', { readOnly: true }),
    task: ref('task', 'Task', { readOnly: true }),
    user: id('User, not a member ID', { readOnly: true }),
    start: text('Start', { readOnly: true }),
    end: text('End', { readOnly: true }),
    manual: flag('Entered by hand', { readOnly: true }),
    active: flag('Still running', { readOnly: true }),
    duration: text('Length; the unit is not stated', { readOnly: true }),
  },
  operations: {
    report: {
      route: 'GET /api/v1.0/time',
      summary: 'Get many time entries of a project',
      query: {
        ...projectId,
        start_date: dateTime('Entries from', { example: '2026-11-01T00:00:00.000Z' }),
        end_date: dateTime('Entries to', { example: '2026-11-30T23:59:59.000Z' }),
        member_id: ref('member', 'Only of this member; seen in one client'),
        task_id: ref('task', 'Only of this task; seen in one client'),
        include_subtasks: flag('Subtasks too; seen in one client'),
        type: choice(['all', 'running'], 'All or running; seen in one client'),
      },
      returns: 'many',
      rowsPath: ['items', 'time_logs', ''],
      evidence: 'partly',
      source: `${bytechef}/openapi.yaml ; ${properties} ; ${mcp}:src/tools/time.ts`,
    },
    duration: {
      route: 'GET /api/v1.0/time/duration',
      summary: 'Get the time tracked in a period',
      description: 'The unit is not stated by Nifty',
      query: {
        start: dateTime('Start of the period', { required: true, example: '2026-11-01T00:00:00.000Z' }),
        end: dateTime('End of the period', { required: true, example: '2026-11-30T23:59:59.000Z' }),
        project_id: ref('project', 'Only of this project'),
        task_id: ref('task', 'Only of this task'),
        user_id: id('Only of this user, not a member ID', { label: 'User ID' }),
        user_ids: list(id('A user'), 'Only of these users', { several: 'comma' }),
      },
      returns: 'one',
      row: {},
      evidence: 'partly',
      source: `${mcp}:test/regression-api-contract.test.ts ; ${properties}`,
    },
  },
});
