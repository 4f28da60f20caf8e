import { id, integer, json, time } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { businessId } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/scheduling/legacy/scheduling.json';
const item = ['data.general_availability', 'data'] as const;
const which = { time_slot_uid: id('Time slot', { label: 'Time Slot' }) } as const;

/** Weekly working hours, not a booking; answers hold all of them by day. */
export const timeSlot = defineResource({
  name: 'timeSlot',
  label: 'Time Slot',
  description: 'Weekly working hours of staff or a service, not a booking',
  key: 'uid',
  title: 'uid',
  fields: {
    uid: id('Identifier of the weekly hours', { readOnly: true }),
    id: integer('Number within vcita', { readOnly: true }),
    time_slots_by_day: json('Hours by day, as {day, enabled, slots}', { readOnly: true }),
    ...businessId,
    weekly_availability_uid: id('Weekly hours, from the settings of staff or a service', { label: 'Weekly Hours' }),
    day: integer('Day of the week, 0 to 6', { minimum: 0, maximum: 6, example: 1 }),
    start_time: time('Start', { example: '09:00' }),
    end_time: time('End', { example: '17:00' }),
  },
  operations: {
    create: {
      route: 'POST /business/scheduling/v1/time_slots',
      summary: 'Create a time slot',
      body: { required: ['weekly_availability_uid', 'day', 'start_time', 'end_time', 'business_id'] },
      returns: 'one',
      itemPath: item,
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/scheduling/v1/time_slots/{time_slot_uid}',
      summary: 'Update a time slot',
      path: which,
      body: { required: ['weekly_availability_uid', 'start_time', 'end_time', 'business_id'] },
      returns: 'one',
      itemPath: item,
      evidence: 'partly',
      source,
    },
    delete: {
      route: 'DELETE /business/scheduling/v1/time_slots/{time_slot_uid}',
      summary: 'Delete a time slot',
      path: which,
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
  },
});
