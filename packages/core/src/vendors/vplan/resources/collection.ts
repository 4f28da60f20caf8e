import {
  choice,
  date,
  flag,
  id,
  integer,
  json,
  list,
  longText,
  object,
  ref,
  text,
  url,
} from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { byExternalRef, externalRef } from '../external-reference.ts';
import { keepNested, listQuery, showHide, withRelations } from '../list-query.ts';
import {
  boardOfChoices,
  customFieldName,
  customFields,
  customFieldValue,
  identity,
  keepId,
  labelIds,
  stamps,
} from '../shared-fields.ts';
import { card } from './card.ts';

const withCollection = withRelations([
  'activities',
  'attachments',
  'cards',
  'comments',
  'labels',
  'order',
  'followers',
  'checklists',
]);
const details = [
  'description',
  'due_date',
  'labels',
  'custom_fields',
  'cover_color_hex',
  'cover_image_url',
  'cover_image_checksum',
] as const;
const estimate = { unit: 'minutes' } as const;

/** A unit of work: waits in a backlog until it is planned on a board, which makes its cards. */
export const collection = defineResource({
  name: 'collection',
  label: 'Collection',
  description: 'A unit of work that waits in a backlog until it is planned on a board, which makes its cards',
  fields: {
    ...identity,
    name: text('Title of the work', { example: 'Order 2026-118, six frames' }),
    description: longText('What is to be done', { example: 'Six oak frames with triple glass' }),
    start: date('First planned day', { readOnly: true }),
    end: date('Last planned day', { readOnly: true }),
    due_date: date('Deadline', { nullable: true, example: '2026-12-18' }),
    meta: json('Taken over from an order: type, status, address and more', { readOnly: true }),
    position: integer('Position in the backlog', { readOnly: true }),
    source_type: choice(['custom', 'order', 'clone'], 'Where it came from', { readOnly: true }),
    status: choice(['planned', 'not_planned', 'ignored'], 'State; only ignored and not_planned can be exchanged', {
      example: 'ignored',
    }),
    progress: choice(['open', 'partial', 'done'], 'How far the work is', { readOnly: true }),
    warnings: list(json('A warning'), 'Warnings', { readOnly: true }),
    custom_fields: customFields,
    board_id: ref('board', 'Board whose backlog it waits in'),
    cover_image_url: url('Cover picture', { nullable: true, label: 'Cover Image URL' }),
    cover_image_checksum: text('SHA-256 of the cover picture in hex'),
    cover_image_signature: text('Signature of the cover picture', { readOnly: true }),
    cover_image_bytes: integer('Size of the cover picture', { unit: 'bytes', readOnly: true }),
    cover_color_hex: text('Colour of the cover; vPlan does not tell its form', {
      label: 'Cover Color',
      nullable: true,
      example: '#3b82f6',
    }),
    labels: labelIds,
    activities: list(
      object(
        {
          id: ref('activity', 'The activity'),
          description: text('Name of the activity'),
          position: integer('Position'),
          time: integer('Estimate', estimate),
          time_remaining: integer('Estimate that is left', estimate),
          time_original: integer('Estimate at first', estimate),
        },
        'An activity',
      ),
      'Comes with the relation activities',
      { readOnly: true },
    ),
    cards: list(object({ ...card.fields, ...keepId }, 'A card'), 'Cards to change along, as {id, custom_fields}'),
    batch_id: text('Seen in recorded answers only', { readOnly: true, nullable: true }),
    ...externalRef,
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /collection',
      summary: 'Get many collections',
      query: { ...listQuery, ...withCollection },
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-collection-list-3589209e0',
    },
    get: {
      route: 'GET /collection/{collection_id}',
      summary: 'Get a collection',
      query: {
        ...showHide,
        ...withCollection,
        include: choice(['source'], 'Computed extras', { deprecated: true }),
      },
      returns: 'one',
      evidence: 'documented',
      source: 'https://docs.api.vplan.com/retrieve-single-collection-3589211e0',
    },
    create: {
      route: 'POST /collection',
      summary: 'Create a collection in the backlog of a board',
      description:
        'No cards until it is moved to a board; clients leave out custom fields, marked as required: add them on 422',
      query: { show: showHide.show },
      body: {
        required: ['board_id'],
        optional: ['name', ...details, 'external_ref'],
      },
      returns: 'one',
      evidence: 'documented',
      source: 'https://docs.api.vplan.com/create-new-collection-3589210e0',
    },
    update: {
      route: 'PUT /collection/{collection_id}',
      summary: 'Update a collection and nested records',
      description: 'Lists that are sent replace the stored ones unless nested records are kept',
      query: keepNested,
      body: {
        optional: ['name', ...details, 'status', 'board_id', 'cards'],
      },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://docs.api.vplan.com/update-single-collection-3589212e0',
    },
    delete: {
      route: 'DELETE /collection/{collection_id}',
      summary: 'Delete a collection',
      description: 'One made from an order only becomes ignored: delete the order instead',
      returns: 'nothing',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/remove-single-collection-3589213e0',
    },
    moveToBoard: {
      route: 'POST /collection/{collection_id}/board/{board_id}',
      summary: 'Move a collection to a board',
      description: 'Cards are made in the background after the answer',
      query: showHide,
      body: {
        fields: {
          start: date('Day to plan from', { example: '2026-12-01' }),
          stage_id: ref('stage', 'Stage to start on'),
          status_id: ref('boardStatus', 'Status to give to the cards'),
          reverse: flag('Plan backwards from the day'),
          force_stages: list(ref('stage', 'A stage'), 'Stages to force; vPlan does not explain it'),
          before: id('Place it before this record; vPlan does not say which kind', { nullable: true }),
          after: id('Place it after this record; vPlan does not say which kind', { nullable: true }),
          resources: list(
            object({ id: ref('resource', 'Identifier of a resource', { required: true }) }, 'A resource, as {id}'),
            'Resources, as {id}; vPlan shows plain IDs too: on 422 try these by Custom API Call',
          ),
        },
      },
      returns: 'one',
      background: {
        what: 'cards',
        list: 'card.list',
        input: { collection_id: '{collection_id}' },
        ceiling: 30,
      },
      evidence: 'documented',
      source: 'https://docs.api.vplan.com/move-collection-to-board-3589215e0',
    },
    moveToBacklog: {
      route: 'PUT /collection/{collection_id}/backlog',
      summary: 'Move a collection to the backlog',
      body: {
        fields: {
          position: integer('Position in the backlog', { example: 0 }),
          related_collections: list(
            ref('collection', 'A collection'),
            'Related collections; vPlan does not explain the effect',
          ),
        },
      },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/collection_to_backlog',
    },
    setCustomField: {
      route: 'PUT /collection/{collection_id}/custom_fields/{name}',
      summary: 'Set a custom field of a collection',
      path: customFieldName,
      body: { fields: customFieldValue },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-custom-field-by-name-3589216e0',
    },
    clearCustomField: {
      route: 'DELETE /collection/{collection_id}/custom_fields/{name}',
      summary: 'Clear a custom field of a collection',
      description: 'The path is assumed from that of cards',
      path: customFieldName,
      choosing: boardOfChoices,
      returns: 'nothing',
      evidence: 'partly',
      source: 'https://vplan.eu.apidog.com/delete-custom-field-by-name-3589225e0',
    },
    createOrUpdate: { ...byExternalRef, evidence: 'documented' },
  },
});
