import { ref } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { checklistContent, checklistFields } from '../checklist-fields.ts';
import { listQuery, showHide, withUnlisted } from '../list-query.ts';

const path = { checklist_id: ref('cardChecklist', 'Which checklist') } as const;

/** Things to tick off on a card. */
export const cardChecklist = defineResource({
  name: 'cardChecklist',
  label: 'Card Checklist',
  description: 'Things to tick off on a card',
  simplified: ['id', 'name', 'items', 'editable', 'position', 'collection_id', 'card_id', 'created_at', 'updated_at'],
  fields: checklistFields,
  operations: {
    list: {
      route: 'GET /collection/{collection_id}/card/{card_id}/checklist',
      summary: 'Get many checklists of a card',
      query: { ...listQuery, ...withUnlisted },
      returns: 'many',
      evidence: 'partly',
      source: 'Bee-Flow/Bee-Flow:server/integrations/vplanTools.js',
    },
    get: {
      route: 'GET /collection/{collection_id}/card/{card_id}/checklist/{checklist_id}',
      summary: 'Get a checklist of a card',
      path,
      query: { ...showHide, ...withUnlisted },
      returns: 'one',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    create: {
      route: 'POST /collection/{collection_id}/card/{card_id}/checklist',
      summary: 'Create a checklist on a card',
      body: { required: ['name'], optional: checklistContent },
      returns: 'one',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    update: {
      route: 'PUT /collection/{collection_id}/card/{card_id}/checklist/{checklist_id}',
      summary: 'Update a checklist of a card',
      description: 'To tick an item, send all items with their IDs',
      path,
      body: { optional: ['name', ...checklistContent] },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-card-checklist-3589244e0',
    },
    delete: {
      route: 'DELETE /collection/{collection_id}/card/{card_id}/checklist/{checklist_id}',
      summary: 'Delete a checklist of a card',
      path,
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
  },
});
