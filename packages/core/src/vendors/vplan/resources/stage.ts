import { flag, integer, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { listQuery, showHide, withUnlisted } from '../list-query.ts';
import { identity, stamps } from '../shared-fields.ts';

const settings = [
  'priority',
  'delay_day',
  'efficiency',
  'independent',
  'default_percentage',
  'capacity_notification',
  'capacity_notification_min',
  'capacity_notification_max',
] as const;

/** A column of a board that cards pass through. */
export const stage = defineResource({
  name: 'stage',
  label: 'Stage',
  description: 'A column of a board that cards pass through while the work is done',
  lookup: { narrowedBy: ['board_id'] },
  fields: {
    ...identity,
    name: text('Name of the stage', { example: 'Sawing' }),
    priority: integer('Position of the stage on the board', { example: 1 }),
    capacity_notification: flag('Warn about capacity'),
    capacity_notification_min: integer('Lower threshold of the warning; unit unknown', { example: 80 }),
    capacity_notification_max: integer('Upper threshold of the warning; unit unknown', { example: 100 }),
    delay_day: integer('Delay before this stage', { unit: 'days', example: 0 }),
    efficiency: integer('Share of the time that is productive', { unit: '%', example: 100 }),
    independent: flag('Planned independently of the other stages'),
    default_percentage: integer('Share of a resource to assign at first', { unit: '%', example: 100 }),
    board_id: ref('board', 'Board of the stage'),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /stage',
      summary: 'Get many stages',
      query: { ...listQuery, ...withUnlisted },
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/list-stages-3589182e0',
    },
    get: {
      route: 'GET /stage/{stage_id}',
      summary: 'Get a stage',
      query: { ...showHide, ...withUnlisted },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-stage-3589184e0',
    },
    create: {
      route: 'POST /stage',
      summary: 'Create a stage on a board',
      description: 'Another integration always sends priority and delay too',
      body: { required: ['board_id', 'name'], optional: settings },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-stage-3589183e0',
    },
    update: {
      route: 'PUT /stage/{stage_id}',
      summary: 'Update a stage',
      body: { optional: ['name', ...settings] },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-stage-3589185e0',
    },
    delete: {
      route: 'DELETE /stage/{stage_id}',
      summary: 'Delete a stage',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
  },
});
