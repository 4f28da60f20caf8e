import { flag, integer, json, list, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { createdAndUpdated, identity } from '../shared-fields.ts';

/** A saved way to look at a board. */
export const boardView = defineResource({
  name: 'boardView',
  label: 'Board View',
  description: 'A saved way to look at a board, such as a list or an agenda',
  fields: {
    ...identity,
    type: text('Kind of view', { suggestions: ['list', 'agenda'], example: 'list' }),
    name: text('Name of the view', { example: 'Frames due this week' }),
    position: integer('Position among the views', { example: 1 }),
    visibility: text('Who sees the view', { suggestions: ['private'], example: 'private' }),
    protected: flag('The view is protected'),
    forced: flag('The view is forced on the forced users'),
    share_options: object(
      { filters: flag('Filters'), preferences: flag('Preferences'), columns: flag('Columns') },
      'What is shared, as {filters, preferences, columns}',
      { example: { filters: true, preferences: false, columns: true } },
    ),
    shared_users: list(json('A user'), 'Users to share it with; form not documented'),
    forced_users: list(json('A user'), 'Users to force it on; form not documented'),
    settings: json('Settings of this kind of view'),
    ...createdAndUpdated,
  },
  operations: {
    create: {
      route: 'POST /board/{board_id}/view',
      summary: 'Create a view of a board',
      body: {
        fields: { created_for_user_id: ref('user', 'User the view is for') },
        optional: [
          'type',
          'name',
          'position',
          'visibility',
          'protected',
          'forced',
          'share_options',
          'shared_users',
          'forced_users',
          'settings',
        ],
      },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-new-boardview-3595478e0',
    },
  },
});
