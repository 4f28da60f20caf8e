import { choice, date, integer, list, object, ref } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

const period = {
  date_range_start: date('First day', { required: true, example: '2026-12-01' }),
  date_range_end: date('Last day', { required: true, example: '2026-12-31' }),
  time_frame: choice(['day', 'week', 'month', 'quarter', 'year'], 'Length of a period; only day is documented', {
    example: 'day',
  }),
} as const;
const available = integer('Time available', { unit: 'minutes' });
const timeOff = integer('Time off', { unit: 'minutes' });

/** Time that is left to plan on a board, by period. */
export const capacity = defineResource({
  name: 'capacity',
  label: 'Capacity',
  description: 'Time available on a board by day or longer period, for its stages, resources or groups',
  title: 'date',
  fields: {
    date: date('Day, or first day of the period', { readOnly: true }),
    stage: list(
      object(
        { id: ref('stage', 'Stage'), time_available: available, time_planned: integer('Planned', { unit: 'minutes' }) },
        'A stage',
      ),
      'By stage, in minutes',
      { readOnly: true },
    ),
    resource: list(
      object({ id: ref('resource', 'Resource'), time_available: available, time_off: timeOff }, 'A resource'),
      'By resource, in minutes',
      { readOnly: true },
    ),
    group: list(
      object({ id: ref('group', 'Group'), time_available: available, time_off: timeOff }, 'A group'),
      'By group, in minutes',
      { readOnly: true },
    ),
  },
  operations: {
    stage: {
      route: 'GET /board/{board_id}/capacity/stage',
      summary: 'Get capacity by stage',
      query: { ...period, stage_id: ref('stage', 'Stage to look at; others can be in the answer') },
      returns: 'many',
      pagination: false,
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/capacity-stage-3589178e0',
    },
    resourceTypeStage: {
      route: 'GET /board/{board_id}/capacity/resource_type/stage',
      summary: 'Get capacity by resource type and stage',
      description: 'Its rows are not documented',
      query: { ...period, stage_id: ref('stage', 'Stage to look at') },
      returns: 'many',
      pagination: false,
      evidence: 'partly',
      source: 'Bee-Flow/Bee-Flow:server/integrations/vplanTools.js',
    },
    resource: {
      route: 'GET /board/{board_id}/capacity/resource',
      summary: 'Get capacity by resource',
      query: period,
      returns: 'many',
      pagination: false,
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/capacity-resource-3589180e0',
    },
    group: {
      route: 'GET /board/{board_id}/capacity/group',
      summary: 'Get capacity by group',
      query: period,
      returns: 'many',
      pagination: false,
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/capacity-group-3589181e0',
    },
  },
});
