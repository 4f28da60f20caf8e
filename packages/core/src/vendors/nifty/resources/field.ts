import { ref } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { fieldDefinition, ofProject } from '../shared-fields.ts';
import { mcp } from '../sources.ts';

/** Definition of a custom field; projects and tasks have operations on theirs. */
export const field = defineResource({
  name: 'field',
  label: 'Custom Field',
  description: 'Definition of a custom field',
  lookup: { narrowedBy: ['project_id'] },
  fields: fieldDefinition,
  operations: {
    list: {
      route: 'GET /api/v1.0/fields',
      summary: 'Get many custom fields',
      query: { project_id: ref('project', 'Only of this project; seen in one client') },
      returns: 'many',
      pagination: false,
      rowsPath: ['fields', 'items', ''],
      evidence: 'inferred',
      source: `${mcp}:src/tools/fields.ts`,
    },
    get: {
      route: 'GET /api/v1.0/fields/{field_id}',
      summary: 'Get a custom field',
      choosing: ofProject,
      returns: 'one',
      itemPath: ['field', ''],
      evidence: 'inferred',
      source: `${mcp}:src/tools/fields.ts`,
    },
  },
});
