import { choice, date, flag, integer, list, number, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { byExternalRef, externalRef } from '../external-reference.ts';
import { archivedToo, listQuery, showHide, withRelations } from '../list-query.ts';
import { archivedAt, identity, resourceTypes, stamps, transactionShown } from '../shared-fields.ts';

const withResource = withRelations(['activities', 'cards', 'resources', 'schedules']);
const hours = { unit: 'hours', minimum: 0, maximum: 24, nullable: true } as const;
const details = [
  'description',
  'start_date',
  'end_date',
  'workdays',
  'color_hex',
  'avatar',
  'integration_schedule',
] as const;

/** Whoever or whatever does the work. */
export const resource = defineResource({
  name: 'resource',
  label: 'Resource',
  description: 'A machine, work cell or employee that does the work',
  simplified: [
    'id',
    'name',
    'type',
    'description',
    'start_date',
    'end_date',
    'avatar',
    'color_hex',
    'external_ref',
    'archived_at',
  ],
  fields: {
    ...identity,
    name: text('Name of the resource', { example: 'Saw 2' }),
    type: choice(resourceTypes, 'Kind of resource', { example: 'machine' }),
    description: text('What it is', { example: 'Double mitre saw' }),
    start_date: date('First day of availability', { nullable: true, example: '2026-01-01' }),
    end_date: date('Last day of availability', { nullable: true, example: '2026-12-31' }),
    avatar: text('Picture as a data URI; a URL comes back', {
      nullable: true,
      example: 'data:image/png;base64,iVBORw0KGgo=',
    }),
    workdays: object(
      {
        1: number('Monday', hours),
        2: number('Tuesday', hours),
        3: number('Wednesday', hours),
        4: number('Thursday', hours),
        5: number('Friday', hours),
        6: number('Saturday', hours),
        7: number('Sunday', hours),
      },
      'Hours by number of the day, 1 is Monday',
      { example: { 1: 8, 2: 8, 3: 8, 4: 8, 5: 6, 6: null, 7: null } },
    ),
    workdays_start_date: date('Seen in recorded answers only', { readOnly: true }),
    integration_schedule: flag('The schedule is kept by an integration'),
    color_hex: text('Colour as #rgb or #rrggbb', { label: 'Color', example: '#3b82f6' }),
    boards: list(
      object(
        {
          id: ref('board', 'A board', { required: true }),
          active: flag('Linked to the board'),
          stages: list(
            object(
              { id: ref('stage', 'A stage'), percentage: integer('Share', { unit: '%' }), active: flag('Linked') },
              'A stage',
            ),
            'Stages of the board, as {id, percentage, active}',
            { required: true },
          ),
        },
        'A board',
      ),
      'Boards it works on, as {id, active, stages}; ID and stages required',
    ),
    ...transactionShown,
    ...externalRef,
    ...archivedAt,
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /resource',
      summary: 'Get many resources',
      query: { ...listQuery, ...withResource, ...archivedToo },
      returns: 'many',
      evidence: 'partly',
      source: 'Bee-Flow/Bee-Flow:server/integrations/vplanTools.js',
    },
    get: {
      route: 'GET /resource/{resource_id}',
      summary: 'Get a resource',
      query: { ...showHide, ...withResource },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-single-resource-3589194e0',
    },
    create: {
      route: 'POST /resource',
      summary: 'Create a resource',
      description: 'It can be planned once an update links it to a board',
      body: { required: ['name', 'type'], optional: [...details, 'external_ref'] },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-new-resource-3589193e0',
    },
    update: {
      route: 'PUT /resource/{resource_id}',
      summary: 'Update a resource and its links to boards',
      description: 'Its schedules are rebuilt in the background: changes by hand are lost',
      body: { optional: ['name', 'type', ...details, 'boards'] },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-resource-3589195e0',
    },
    delete: {
      route: 'DELETE /resource/{resource_id}',
      summary: 'Delete a resource',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://docs.api.vplan.com/resource-377742f0',
    },
    createOrUpdate: {
      ...byExternalRef,
      description: 'An update rebuilds the schedules of the resource; an archived one is found too',
      input: { ...byExternalRef.input, archived: true },
      evidence: 'partly',
    },
  },
});
