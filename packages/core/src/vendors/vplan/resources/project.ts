import { text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { byExternalRef, externalRef } from '../external-reference.ts';
import { listQuery, showHide } from '../list-query.ts';
import { createdAndUpdated, identity, transaction } from '../shared-fields.ts';

/** Orders that belong together. */
export const project = defineResource({
  name: 'project',
  label: 'Project',
  description: 'Orders that belong together; users do not see it in vPlan',
  fields: {
    ...identity,
    name: text('Name of the project', { maxLength: 100, example: 'Canal house 12' }),
    description: text('What it is', { nullable: true, maxLength: 150, example: 'All windows of the front' }),
    code: text('Code of the project', { nullable: true, maxLength: 50, example: 'P-2026-07' }),
    ...transaction,
    ...externalRef,
    ...createdAndUpdated,
  },
  operations: {
    list: {
      route: 'GET /project',
      summary: 'Get many projects',
      query: listQuery,
      returns: 'many',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/list-projects.md',
    },
    get: {
      route: 'GET /project/{project_id}',
      summary: 'Get a project',
      query: showHide,
      returns: 'one',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/get-project.md',
    },
    create: {
      route: 'POST /project',
      summary: 'Create a project',
      body: { required: ['name'], optional: ['code', 'description', 'external_ref'] },
      returns: 'one',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/create-project.md',
    },
    update: {
      route: 'PUT /project/{project_id}',
      summary: 'Update a project',
      body: { optional: ['name', 'code', 'description', 'external_ref'] },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-project-3589273e0',
    },
    delete: {
      route: 'DELETE /project/{project_id}',
      summary: 'Delete a project',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
    createOrUpdate: { ...byExternalRef, evidence: 'partly' },
  },
});
