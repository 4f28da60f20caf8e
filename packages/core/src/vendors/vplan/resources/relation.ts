import { email, longText, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { byExternalRef, externalRef } from '../external-reference.ts';
import { listQuery, showHide } from '../list-query.ts';
import { createdAndUpdated, identity } from '../shared-fields.ts';

const content = ['name', 'description', 'type', 'email', 'phone', 'fax', 'website', 'note', 'external_ref'] as const;

/** A customer or supplier of orders; a link between cards is a `cardRelation`. */
export const relation = defineResource({
  name: 'relation',
  label: 'Relation (Contact)',
  description: 'A customer or supplier; users see it only through orders; cards are linked by a card relation',
  fields: {
    ...identity,
    name: text('Name of the customer or supplier', { maxLength: 100, example: 'Bouwbedrijf De Vries' }),
    description: text('Who it is', { nullable: true, maxLength: 150, example: 'Builder in Zwolle' }),
    type: text('Kind of relation', { nullable: true, maxLength: 255, example: 'customer' }),
    note: longText('Note', { nullable: true, maxLength: 65535, example: 'Call before delivery' }),
    phone: text('Phone number', { nullable: true, maxLength: 25, example: '+31381234567' }),
    fax: text('Fax number', { nullable: true, maxLength: 25 }),
    email: email('Mail address', { nullable: true, maxLength: 254, example: 'office@example.com' }),
    website: url('Website', { nullable: true, maxLength: 512, example: 'https://www.example.com' }),
    ...externalRef,
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /relation',
      summary: 'Get many relations',
      query: listQuery,
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-relation-list-3589275e0',
    },
    get: {
      route: 'GET /relation/{relation_id}',
      summary: 'Get a relation',
      query: showHide,
      returns: 'one',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/get-relation.md',
    },
    create: {
      route: 'POST /relation',
      summary: 'Create a relation',
      body: { optional: content },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/create-new-relation-3589276e0',
    },
    update: {
      route: 'PUT /relation/{relation_id}',
      summary: 'Update a relation',
      body: { optional: content },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    delete: {
      route: 'DELETE /relation/{relation_id}',
      summary: 'Delete a relation',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    createOrUpdate: { ...byExternalRef, evidence: 'inferred' },
  },
});
