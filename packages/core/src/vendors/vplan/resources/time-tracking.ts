import { choice, date, dateTime, flag, integer, longText, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { externalRefShown } from '../external-reference.ts';
import { listQuery, showHide, withUnlisted } from '../list-query.ts';
import { collectionOfCards, createdAndUpdated, identity } from '../shared-fields.ts';

const details = [
  'start',
  'end',
  'duration',
  'activity_id',
  'note',
  'status',
  'locked',
  'external_note',
  'external_failed',
  'synchronized_at',
] as const;

/** Time that a user spent on a card. */
export const timeTracking = defineResource({
  name: 'timeTracking',
  label: 'Time Entry',
  description: 'Time that a user spent on a card, given as start and end or as a duration',
  title: ['start', 'note'],
  // An instant cannot be looked for by a part of it; the newest entries are the likeliest.
  lookup: { input: { sort: 'start:desc' }, search: false },
  simplified: ['id', 'start', 'end', 'duration', 'status', 'running', 'note', 'card_id', 'activity_id', 'user_id'],
  fields: {
    ...identity,
    start: dateTime('Start; give the end too', { example: '2026-12-01T07:30:00Z' }),
    end: dateTime('End', { example: '2026-12-01T09:00:00Z' }),
    duration: integer('Duration, instead of start and end', { unit: 'minutes', example: 90 }),
    status: choice(
      ['draft', 'pending', 'approved', 'rejected'],
      'State, decides who may change what; a help text also names ongoing',
      {
        example: 'draft',
      },
    ),
    locked: flag('It is locked'),
    note: longText('Note', { nullable: true, example: 'Waited for glass' }),
    running: flag('The timer runs', { readOnly: true }),
    card_id: ref('card', 'Card that was worked on'),
    activity_id: ref('activity', 'Activity that was done'),
    user_id: ref('user', 'User who did the work'),
    external_note: text('Note of an integration'),
    external_failed: flag('The transfer to another system has failed'),
    ...externalRefShown,
    synchronized_at: dateTime('When it was passed on to another system', { example: '2026-12-01T09:05:00Z' }),
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /time_tracking',
      summary: 'Get many time entries',
      query: { ...listQuery, ...withUnlisted },
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-timetracking-list-3589246e0',
    },
    get: {
      route: 'GET /time_tracking/{time_tracking_id}',
      summary: 'Get a time entry',
      query: { ...showHide, ...withUnlisted },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-single-timetracking-3589248e0',
    },
    create: {
      route: 'POST /time_tracking',
      summary: 'Create a time entry',
      description: 'Give either start and end or a duration; vPlan rounds up to whole minutes',
      body: { required: ['card_id', 'user_id'], optional: details },
      choosing: collectionOfCards,
      oneOf: [['start', 'duration']],
      atMostOneOf: [['end', 'duration']],
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-new-timetracking-3589247e0',
    },
    update: {
      route: 'PUT /time_tracking/{time_tracking_id}',
      summary: 'Update a time entry',
      description: 'Workers can only change entries that are draft or rejected',
      body: { optional: ['card_id', 'user_id', ...details] },
      choosing: collectionOfCards,
      atMostOneOf: [
        ['start', 'duration'],
        ['end', 'duration'],
      ],
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-timetracking-3589249e0',
    },
    delete: {
      route: 'DELETE /time_tracking/{time_tracking_id}',
      summary: 'Delete a time entry',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    export: {
      route: 'GET /time_tracking/export',
      summary: 'Get totals of time entries over a period',
      description: 'The answer is not documented; read as one record',
      query: {
        group_by: choice(
          ['days', 'weeks', 'activities', 'collections', 'boards', 'statuses', 'users'],
          'What the totals are for',
          { required: true, example: 'users' },
        ),
        start: date('First day', { required: true, example: '2026-12-01' }),
        end: date('Last day', { required: true, example: '2026-12-31' }),
      },
      returns: 'one',
      row: {},
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/export-timetracking-3613912e0',
    },
  },
});
