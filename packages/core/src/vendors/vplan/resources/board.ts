import { choice, flag, integer, list, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { keepNested, listQuery, showHide, withRelations } from '../list-query.ts';
import { archivedAt, colours, customField, identity, keepId, maybeRead, stamps } from '../shared-fields.ts';
import { stage } from './stage.ts';

const withBoard = withRelations(['stages', 'labels', 'statuses', 'collections', 'cards']);
const settings = [
  'color',
  'visibility',
  'restricted_users',
  'capacity_method',
  'split_cards_by_activity',
  'own_backlog',
  'dependency_behavior',
  'workdays',
  'stages',
  'labels',
  'statuses',
] as const;

/** A planning board: stages as columns, collections waiting in its backlog, cards planned on it. */
export const board = defineResource({
  name: 'board',
  label: 'Board',
  description: 'A planning board with stages, labels and statuses, on which collections are planned as cards',
  simplified: [
    'id',
    'name',
    'color',
    'visibility',
    'stages',
    'statuses',
    'labels',
    'custom_fields',
    'archived_at',
    'updated_at',
  ],
  fields: {
    ...identity,
    name: text('Name shown above the board', { example: 'Window frames' }),
    color: choice(colours, 'Colour of the board', { label: 'Color', example: 'skyblue' }),
    visibility: choice(['everyone', 'restricted'], 'Who sees the board'),
    restricted_users: list(
      object(
        {
          id: ref('user', 'The user'),
          permission_set: choice(['board_admin', 'editor', 'executor', 'comment_only'], 'What the user may do'),
        },
        'A user',
      ),
      'Users of a restricted board, as {id, permission_set}',
    ),
    capacity_method: choice(
      ['estimated_time', 'none', 'remaining_time'],
      'How capacity is counted; an older page lists individual',
    ),
    split_cards_by_activity: flag('Make one card for each activity on planning'),
    own_backlog: flag('Give the board a backlog of its own'),
    dependency_behavior: choice(['notify', 'push', 'maintain'], 'What dependent cards do when a date moves'),
    workdays: object(
      {
        1: flag('Monday'),
        2: flag('Tuesday'),
        3: flag('Wednesday'),
        4: flag('Thursday'),
        5: flag('Friday'),
        6: flag('Saturday'),
        7: flag('Sunday'),
      },
      'Working days by number, 1 is Monday',
      { example: { 1: true, 2: true, 3: true, 4: true, 5: true, 6: false, 7: false } },
    ),
    custom_fields: list(customField, 'Definitions of custom fields, as {id, name, type, scope}', {
      example: [{ name: 'Glass', type: 'text', scope: 'collection', priority: 1 }],
    }),
    stages: list(
      object(
        {
          ...stage.fields,
          ...keepId,
          activities: list(
            object({ id: ref('activity', 'An activity'), priority: integer('Position') }, 'An activity'),
            'Activities that can be planned on it, as {id, priority}',
          ),
        },
        'A stage',
      ),
      'Stages from left to right',
      {
        example: [
          { name: 'Sawing', priority: 1 },
          { name: 'Glazing', priority: 2 },
        ],
      },
    ),
    labels: list(
      object(
        {
          ...keepId,
          name: text('Name'),
          priority: integer('Position'),
          color: choice(colours, 'Colour'),
          ...maybeRead,
        },
        'A label',
      ),
      'Labels that collections and cards can carry',
      { example: [{ name: 'Rush', color: 'red', priority: 1 }] },
    ),
    statuses: list(
      object(
        {
          ...keepId,
          name: text('Name'),
          color: choice(colours, 'Colour'),
          priority: integer('Position'),
          entry: flag('Status of new cards'),
          exit: flag('Status of finished cards'),
          ...maybeRead,
        },
        'A status',
      ),
      'Statuses that cards can have',
      { example: [{ name: 'To do', color: 'grey', priority: 1, entry: true }] },
    ),
    card_lock_options: list(text('An option'), 'Seen in recorded answers only', { readOnly: true }),
    permission_set: text('What the caller may do; seen in recorded answers only', { readOnly: true }),
    ...archivedAt,
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /board',
      summary: 'Get many boards',
      query: { ...listQuery, ...withBoard },
      returns: 'many',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/list-boards.md',
    },
    get: {
      route: 'GET /board/{board_id}',
      summary: 'Get a board with its custom fields',
      query: { ...showHide, ...withBoard },
      returns: 'one',
      evidence: 'partly',
      source: 'https://docs.api.vplan.com/board_show',
    },
    create: {
      route: 'POST /board',
      summary: 'Create a board with its stages and labels',
      query: showHide,
      body: {
        required: ['name'],
        optional: settings,
      },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-board-3589174e0',
    },
    update: {
      route: 'PUT /board/{board_id}',
      summary: 'Update a board and its nested lists',
      description: 'Lists that are sent replace the stored ones unless nested records are kept; send their IDs',
      query: keepNested,
      body: {
        optional: ['name', ...settings, 'custom_fields'],
      },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-board-3589176e0',
    },
    delete: {
      route: 'DELETE /board/{board_id}',
      summary: 'Delete a board',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
  },
});
