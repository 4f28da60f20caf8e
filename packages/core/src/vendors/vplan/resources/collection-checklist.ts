import { ref } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { checklistContent, checklistFields } from '../checklist-fields.ts';
import { listQuery, showHide, withUnlisted } from '../list-query.ts';

const path = { checklist_id: ref('collectionChecklist', 'Which checklist') } as const;

/** Things to tick off on a collection. */
export const collectionChecklist = defineResource({
  name: 'collectionChecklist',
  label: 'Collection Checklist',
  description: 'Things to tick off on a collection',
  simplified: ['id', 'name', 'items', 'editable', 'position', 'collection_id', 'created_at', 'updated_at'],
  fields: checklistFields,
  operations: {
    list: {
      route: 'GET /collection/{collection_id}/checklist',
      summary: 'Get many checklists of a collection',
      query: { ...listQuery, ...withUnlisted },
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-collection-checklist-list-3589236e0',
    },
    get: {
      route: 'GET /collection/{collection_id}/checklist/{checklist_id}',
      summary: 'Get a checklist of a collection',
      path,
      query: { ...showHide, ...withUnlisted },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-single-collection-checklist-3589238e0',
    },
    create: {
      route: 'POST /collection/{collection_id}/checklist',
      summary: 'Create a checklist on a collection',
      body: { required: ['name'], optional: checklistContent },
      returns: 'one',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    update: {
      route: 'PUT /collection/{collection_id}/checklist/{checklist_id}',
      summary: 'Update a checklist of a collection',
      description: 'To tick an item, send all items with their IDs',
      path,
      body: { optional: ['name', ...checklistContent] },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    delete: {
      route: 'DELETE /collection/{collection_id}/checklist/{checklist_id}',
      summary: 'Delete a checklist of a collection',
      path,
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
  },
});
