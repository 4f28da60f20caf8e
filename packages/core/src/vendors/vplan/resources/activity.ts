import { choice, flag, integer, list, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { byExternalRef, externalRef } from '../external-reference.ts';
import { listQuery, showHide, withRelations } from '../list-query.ts';
import { archivedAt, identity, resourceTypes, stamps, transactionShown } from '../shared-fields.ts';

const withActivity = withRelations(['time_tracking', 'stages']);

/** A kind of work with its usual duration. */
export const activity = defineResource({
  name: 'activity',
  label: 'Activity',
  description: 'A kind of work with its usual duration, done by resources of one type',
  title: 'description',
  fields: {
    ...identity,
    description: text('What vPlan shows as its name', { example: 'Saw profiles' }),
    code: text('Short code', { example: 'SAW' }),
    item_id: ref('item', 'Item it belongs to', { nullable: true }),
    resource_type: choice(resourceTypes, 'Only resources of this type can do it', { example: 'machine' }),
    default_duration: integer('Usual estimate', { unit: 'minutes', example: 120 }),
    day_max_duration: integer('Most to plan on one day, the rest follows later', { unit: 'minutes', example: 480 }),
    billable: flag('The work can be billed'),
    hourly_rate: integer('Rate per hour', { example: 65 }),
    stages: list(object({ id: ref('stage', 'A stage') }, 'A stage'), 'Stages it can be planned on, as {id}', {
      nullable: true,
    }),
    ...transactionShown,
    ...externalRef,
    ...archivedAt,
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /activity',
      summary: 'Get many activities',
      query: { ...listQuery, ...withActivity },
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/list-activities-3589187e0',
    },
    get: {
      route: 'GET /activity/{activity_id}',
      summary: 'Get an activity',
      query: { ...showHide, ...withActivity },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/activity',
    },
    create: {
      route: 'POST /activity',
      summary: 'Create an activity',
      description: 'What is required is unknown; on 422 add board_id and name by Custom API Call',
      query: showHide,
      body: {
        required: ['description'],
        optional: [
          'code',
          'resource_type',
          'default_duration',
          'day_max_duration',
          'billable',
          'hourly_rate',
          'item_id',
          'stages',
          'external_ref',
        ],
      },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-activity-3589188e0',
    },
    update: {
      route: 'PUT /activity/{activity_id}',
      summary: 'Update an activity',
      body: {
        optional: [
          'description',
          'code',
          'resource_type',
          'default_duration',
          'day_max_duration',
          'billable',
          'hourly_rate',
          'external_ref',
        ],
      },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-activity-3589190e0',
    },
    delete: {
      route: 'DELETE /activity/{activity_id}',
      summary: 'Delete an activity',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    createOrUpdate: { ...byExternalRef, evidence: 'documented' },
  },
});
