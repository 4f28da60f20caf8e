import { ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { listQuery, withUnlisted } from '../list-query.ts';
import { collectionOfCards, createdAndUpdated, identity } from '../shared-fields.ts';

/** A link between two cards. */
export const cardRelation = defineResource({
  name: 'cardRelation',
  label: 'Card Relation',
  description: 'A link between two cards, for instance because one has to wait for the other',
  title: ['type', 'id'],
  fields: {
    ...identity,
    type: text('How the cards are related', {
      suggestions: ['related', 'blocks', 'depends', 'cloned'],
      example: 'related',
    }),
    status: text('State of the relation', { readOnly: true }),
    card_id: ref('card', 'First card'),
    related_card_id: ref('card', 'Second card'),
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /card_relation',
      summary: 'Get many relations between cards',
      query: { ...listQuery, ...withUnlisted },
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-cardrelation-list-3589251e0',
    },
    get: {
      route: 'GET /card_relation/{card_relation_id}',
      summary: 'Get a relation between cards',
      query: withUnlisted,
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-single-cardrelation-3589253e0',
    },
    create: {
      route: 'POST /card_relation',
      summary: 'Create a relation between two cards',
      body: { required: ['type', 'card_id', 'related_card_id'] },
      choosing: collectionOfCards,
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-new-cardrelation-3589252e0',
    },
    delete: {
      route: 'DELETE /card_relation/{card_relation_id}',
      summary: 'Delete a relation between cards',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
  },
});
