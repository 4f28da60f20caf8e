import { date, integer, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { byExternalRef, externalRef } from '../external-reference.ts';
import { listQuery, showHide } from '../list-query.ts';
import { createdAndUpdated, identity } from '../shared-fields.ts';

const path = { deviation_id: ref('scheduleDeviation', 'Which schedule deviation', { label: 'Deviation ID' }) } as const;

/** A time in which a resource does not keep to its schedule. */
export const scheduleDeviation = defineResource({
  name: 'scheduleDeviation',
  label: 'Schedule Deviation',
  description: 'A time in which a resource does not keep to its schedule, such as a holiday',
  title: ['start_date', 'description'],
  // A day cannot be looked for by a part of it.
  lookup: { search: false },
  fields: {
    ...identity,
    type: text('Kind of deviation', { suggestions: ['holiday', 'other'], example: 'holiday' }),
    description: text('What it is', { example: 'Christmas' }),
    start_date: date('First day', { example: '2026-12-24' }),
    end_date: date('Last day', { example: '2026-12-31' }),
    time: integer('Amount of time; unit not stated by vPlan'),
    resource_id: ref('resource', 'Resource of the deviation', { readOnly: true }),
    icon: text('Name of the icon', { readOnly: true }),
    color: text('Colour', { readOnly: true, label: 'Color' }),
    ...externalRef,
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /resource/{resource_id}/schedule_deviation',
      summary: 'Get many deviations of a resource',
      query: listQuery,
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-deviation-list-3809785e0',
    },
    get: {
      route: 'GET /resource/{resource_id}/schedule_deviation/{deviation_id}',
      summary: 'Get a schedule deviation',
      path,
      query: showHide,
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-single-schedule-deviation-3809787e0',
    },
    create: {
      route: 'POST /resource/{resource_id}/schedule_deviation',
      summary: 'Create a schedule deviation',
      body: { required: ['type', 'start_date', 'end_date'], optional: ['description', 'time', 'external_ref'] },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-new-schedule-deviation-3809786e0',
    },
    update: {
      route: 'PUT /resource/{resource_id}/schedule_deviation/{deviation_id}',
      summary: 'Update a schedule deviation',
      path,
      body: { optional: ['type', 'start_date', 'end_date', 'description', 'time', 'external_ref'] },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-schedule-deviation-3809788e0',
    },
    delete: {
      route: 'DELETE /resource/{resource_id}/schedule_deviation/{deviation_id}',
      summary: 'Delete a schedule deviation',
      path,
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    createOrUpdate: {
      ...byExternalRef,
      input: { ...byExternalRef.input, resource_id: '{resource_id}' },
      evidence: 'documented',
    },
  },
});
