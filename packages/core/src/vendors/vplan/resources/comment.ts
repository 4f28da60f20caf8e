import { id, integer, json, list, longText, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { listQuery, showHide, withUnlisted } from '../list-query.ts';
import { createdAndUpdated, identity, stamps } from '../shared-fields.ts';

/** What somebody wrote on a collection. */
export const comment = defineResource({
  name: 'comment',
  label: 'Comment',
  description: 'What somebody wrote on a collection',
  title: 'text',
  fields: {
    ...identity,
    text: longText('What it says', { example: 'Glass arrives on Tuesday' }),
    user_id: ref('user', 'Author; with OAuth always the connected user'),
    user_mentions: list(
      object(
        {
          id: id('Identifier of the mention'),
          user_id: ref('user', 'The user'),
          name: text('Name of the user'),
          tag: text('Text that stands for the user'),
          indices: list(integer('A position'), 'Where it stands in the text'),
          ...createdAndUpdated,
        },
        'A mention',
      ),
      'Mentioned users, as {user_id, name, tag, indices}',
    ),
    collection_id: ref('collection', 'Collection of the comment'),
    card_id: ref('card', 'Card; seen in recorded answers only', { readOnly: true, nullable: true }),
    parent_id: id('Comment it answers; seen in recorded answers only', { readOnly: true, nullable: true }),
    user: json('Author; seen in recorded answers only', { readOnly: true }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /collection/{collection_id}/comment',
      summary: 'Get many comments of a collection',
      query: { ...listQuery, ...withUnlisted },
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-comment-list-3589231e0',
    },
    get: {
      route: 'GET /collection/{collection_id}/comment/{comment_id}',
      summary: 'Get a comment',
      query: { ...showHide, ...withUnlisted },
      returns: 'one',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/get-comment.md',
    },
    create: {
      route: 'POST /collection/{collection_id}/comment',
      summary: 'Create a comment on a collection',
      description: 'With OAuth the connected user is the author',
      body: { required: ['text'], optional: ['user_id', 'user_mentions'] },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-new-comment-3589232e0',
    },
    update: {
      route: 'PUT /collection/{collection_id}/comment/{comment_id}',
      summary: 'Update a comment',
      body: { optional: ['text', 'user_id', 'user_mentions'] },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-comment-3589234e0',
    },
    delete: {
      route: 'DELETE /collection/{collection_id}/comment/{comment_id}',
      summary: 'Delete a comment',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
  },
});
