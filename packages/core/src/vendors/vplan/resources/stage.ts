import { flag, integer, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identity, stamps } from '../shared-fields.ts';

/** A column of a board that cards pass through. */
export const stage = defineResource({
  name: 'stage',
  label: 'Stage',
  description: 'A column of a board that cards pass through while the work is done',
  fields: {
    ...identity,
    name: text('Name of the stage', { example: 'Sawing' }),
    priority: integer('Position of the stage on the board', { example: 1 }),
    capacity_notification: flag('Warn about capacity'),
    capacity_notification_min: integer('Lower threshold of the warning', { unit: '%', example: 80 }),
    capacity_notification_max: integer('Upper threshold of the warning', { unit: '%', example: 100 }),
    delay_day: integer('Days of delay before this stage', { unit: 'days', example: 0 }),
    efficiency: integer('Share of the time that is productive', { unit: '%', example: 100 }),
    independent: flag('Planned independently of the other stages'),
    default_percentage: integer('Share of a resource that is assigned by default', { unit: '%', example: 100 }),
    board_id: ref('board', 'Board of the stage'),
    ...stamps,
  },
  operations: {},
});
