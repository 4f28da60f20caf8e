import { choice, flag, list, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityId } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/clients/legacy/legacy_v1_platform_clients.json';
// Older texts of the vendor show the field in `data`, newer ones in `data.field`.
const item = ['data.field', 'data'] as const;
const writable = ['default_value', 'forms', 'keep_asking', 'options', 'required'] as const;

/** A custom field of clients or matters. */
export const field = defineResource({
  name: 'field',
  label: 'Field',
  description: 'A field of clients or matters, of the business or built in',
  title: 'label',
  fields: {
    ...identityId,
    label: text('Label', { example: 'Insurance number' }),
    type: text('Kind of field', {
      example: 'singleline',
      suggestions: ['singleline', 'name', 'dropdown', 'datepicker', 'checkbox', 'address', 'identifier'],
    }),
    object_type: choice(['contact', 'matter'], 'What it belongs to; matter when left out'),
    default_value: flag('Checked from the start, for a checkbox'),
    options: list(text('A choice'), 'Choices of a dropdown', { example: ['Public', 'Private'] }),
    required: flag('Must be filled in'),
    keep_asking: flag('Ask until it is filled in'),
    forms: list(text('A form'), 'Forms that show it'),
    deleted: flag('It was deleted', { readOnly: true }),
  },
  operations: {
    list: {
      route: 'GET /platform/v1/fields',
      summary: 'Get many fields',
      returns: 'many',
      rowsPath: ['data.fields', 'data'],
      evidence: 'partly',
      source,
    },
    get: {
      route: 'GET /platform/v1/fields/{field_id}',
      summary: 'Get a field',
      returns: 'one',
      itemPath: item,
      evidence: 'partly',
      source,
    },
    create: {
      route: 'POST /platform/v1/fields',
      summary: 'Create a field',
      body: { required: ['type', 'label'], optional: ['object_type', ...writable] },
      returns: 'one',
      itemPath: item,
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /platform/v1/fields/{field_id}',
      summary: 'Update a field',
      body: { optional: ['label', ...writable] },
      returns: 'one',
      itemPath: item,
      readBack: 'whenEmpty',
      evidence: 'documented',
      source,
    },
    delete: {
      route: 'DELETE /platform/v1/fields/{field_id}',
      summary: 'Delete a field',
      returns: 'nothing',
      evidence: 'documented',
      source,
    },
  },
});
