import { choice, date, dateTime, flag, id, integer, json, list, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

const sales = 'vcita/developers-hub:swagger/sales/legacy/legacy_v1_sales.json';
const days = {
  start_date: date('First day', { required: true, example: '2026-12-01' }),
  end_date: date('Last day', { required: true, example: '2026-12-05' }),
  time_zone: text('Time zone of the answer', { example: 'Europe/London' }),
  include_dst: flag('Times with daylight saving', { label: 'Include Daylight Saving' }),
} as const;
const staffIds = list(ref('staff', 'A staff member'), 'Only these staff members', {
  label: 'Staff',
  wire: 'staff_ids_array[]',
  several: 'repeat',
});
const exceptions = {
  booking_instance_id: id('Booking that does not count as busy', { label: 'Except Booking' }),
  show_past_availabilities: flag('Times in the past as well', { label: 'Include Past' }),
  ignore_min_schedule: flag('Ignore the shortest notice'),
} as const;

/** When staff, rooms and services are free. */
export const availability = defineResource({
  name: 'availability',
  label: 'Availability',
  description: 'When staff, rooms and services are free',
  title: 'time_zone',
  fields: {
    availabilities: json('Free slots by date', { readOnly: true }),
    time_zone: text('Time zone of the slots', { readOnly: true }),
  },
  operations: {
    getByService: {
      route: 'GET /platform/v1/services/{service_uid}/availability',
      summary: 'Get free slots of a service',
      path: { service_uid: ref('service', 'Service', { label: 'Service' }) },
      query: {
        ...days,
        staff_id: ref('staff', 'Only this staff member', { label: 'Staff Member' }),
        staff_ids: staffIds,
        ...exceptions,
      },
      returns: 'one',
      evidence: 'partly',
      source: sales,
    },
    getByServices: {
      route: 'GET /platform/v1/services/availability',
      summary: 'Get free slots of several services',
      description: 'At most 7 days at a time',
      query: {
        service_ids: list(ref('service', 'A service'), 'Services', { label: 'Services', required: true }),
        ...days,
        staff_ids: staffIds,
      },
      returns: 'one',
      evidence: 'partly',
      source: sales,
    },
    getByStaff: {
      route: 'GET /platform/v1/staff/availability',
      summary: 'Get free slots of staff members',
      query: {
        staff_ids: list(ref('staff', 'A staff member'), 'Staff members', {
          label: 'Staff',
          wire: 'staff_ids_array',
          required: true,
        }),
        ...days,
        aggregate_by: choice(['date', 'staff'], 'What the slots are grouped by', { label: 'Group By' }),
        type: choice(['AppointmentService', 'EventService'], 'Kind of service'),
        ...exceptions,
      },
      returns: 'one',
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/scheduling/legacy/legacy_v1_scheduling.json',
    },
    listSlots: {
      route: 'GET /v3/scheduling/availability_slots',
      summary: 'Get free slots of staff or resources',
      description: 'At most 31 days; give staff members, resources or resource types',
      query: {
        start_time: dateTime('From, in UTC', { required: true, example: '2026-12-01T08:00:00Z' }),
        end_time: dateTime('Until, in UTC', { required: true, example: '2026-12-01T17:00:00Z' }),
        staff_uids: list(ref('staff', 'A staff member'), 'Staff members', { label: 'Staff' }),
        resource_uids: list(ref('resource', 'A resource'), 'Resources', { label: 'Resources' }),
        resource_type_uids: list(ref('resourceType', 'A type'), 'Types of resources', { label: 'Resource Types' }),
        service_uid: ref('service', 'Service', { label: 'Service' }),
        slot_duration: integer('Length of a slot', { unit: 'minutes', minimum: 1, example: 45 }),
        slot_interval: integer('From start to start', { unit: 'minutes', minimum: 1, example: 15 }),
        padding_before: integer('Free time before', { unit: 'minutes', minimum: 0 }),
        padding_after: integer('Free time after', { unit: 'minutes', minimum: 0 }),
        exclude_booking_uid: id('Booking that does not count as busy', { label: 'Except Booking' }),
      },
      returns: 'many',
      rowsPath: ['data.availability_slots', 'data'],
      pagination: false,
      row: {
        start: dateTime('Start'),
        end: dateTime('End'),
        available_entities: json('Who is free, as {entity_uid, entity_type}'),
      },
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/scheduling/availability_slots.json',
    },
  },
});
