import { date, integer, list, number, object, ref } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { listQuery } from '../list-query.ts';
import { createdAndUpdated, identity } from '../shared-fields.ts';

const hours = { unit: 'hours', example: 8 } as const;
const year = { year: integer('Year', { example: 2026 }) } as const;
const month = { ...year, month: integer('Number of the month', { minimum: 1, maximum: 12, example: 12 }) } as const;
const day = { ...month, day: integer('Day of the month', { minimum: 1, maximum: 31, example: 24 }) } as const;
const source = 'https://docs.api.vplan.com/retrieve-schedule-list-3589197e0';
const guessed = 'The path is a guess; rather filter the list on date';

/** Hours of a resource, day by day. */
export const schedule = defineResource({
  name: 'schedule',
  label: 'Schedule',
  description: 'The hours of a resource, day by day',
  title: 'date',
  fields: {
    ...identity,
    date: date('Day'),
    hours_available: number('Net hours', { unit: 'hours' }),
    hours_work: number('Hours of work', { unit: 'hours' }),
    hours_leave: number('Hours of leave', { unit: 'hours' }),
    hours_absence: number('Hours of absence', { unit: 'hours' }),
    resource_id: ref('resource', 'Resource of the day'),
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /resource/{resource_id}/schedule',
      summary: 'Get many schedule days of a resource',
      description: 'The list is long; filter: date:gte:2026-12-01,and,date:lte:2026-12-31',
      query: listQuery,
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-schedule-list-3589197e0',
    },
    bulkUpdate: {
      route: 'PUT /resource/{resource_id}/schedule',
      summary: 'Overwrite schedule days of a resource',
      description: 'vPlan calls this still in development',
      body: {
        fields: {
          period_start: date('First day of the period', { required: true, example: '2026-12-21' }),
          period_end: date('Last day of the period', { required: true, example: '2026-12-31' }),
          schedules: list(
            object(
              {
                hours_work: number('Hours of work', hours),
                hours_leave: number('Hours of leave', hours),
                hours_absence: number('Hours of absence', hours),
                dates: list(date('A day'), 'Days with these hours'),
              },
              'Hours',
            ),
            'Hours, as {hours_work, hours_leave, hours_absence, dates}',
            {
              required: true,
              example: [{ hours_work: 0, hours_leave: 8, hours_absence: 0, dates: ['2026-12-24', '2026-12-31'] }],
            },
          ),
        },
      },
      returns: 'nothing',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/bulk-update-schedule-3947493e0',
    },
    year: {
      route: 'GET /resource/{resource_id}/schedule/{year}',
      summary: 'Get the schedule of a year',
      description: guessed,
      path: year,
      returns: 'many',
      pagination: false,
      rowsPath: ['data', ''],
      otherWayOf: 'schedule.list',
      evidence: 'inferred',
      source,
    },
    month: {
      route: 'GET /resource/{resource_id}/schedule/{year}/{month}',
      summary: 'Get the schedule of a month',
      description: guessed,
      path: month,
      returns: 'many',
      pagination: false,
      rowsPath: ['data', ''],
      otherWayOf: 'schedule.list',
      evidence: 'inferred',
      source,
    },
    day: {
      route: 'GET /resource/{resource_id}/schedule/{year}/{month}/{day}',
      summary: 'Get the schedule of a day',
      description: guessed,
      path: day,
      returns: 'one',
      otherWayOf: 'schedule.list',
      evidence: 'inferred',
      source,
    },
  },
});
