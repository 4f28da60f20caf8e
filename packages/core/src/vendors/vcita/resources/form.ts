import { flag, id, list, object, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

const source = 'vcita/developers-hub:swagger/assets/legacy/legacy_documents.json';

/** A form that clients fill in. */
export const form = defineResource({
  name: 'form',
  label: 'Form',
  description: 'A form that clients fill in',
  key: 'type',
  title: 'type',
  fields: {
    type: text('Which form'),
    sections: list(
      object(
        {
          editable: flag('It can be changed', { readOnly: true }),
          fields: list(
            object(
              {
                id: id('Field'),
                type: text('Kind'),
                default_value: text('Value at first'),
                required: flag('An answer is needed'),
                keep_asking: flag('Asked until answered'),
              },
              'A field',
            ),
            'Fields',
          ),
        },
        'A section',
      ),
      'Sections, as {fields: [{id, required, …}]}',
      { example: [{ fields: [{ id: 'k3v9x2m7q1w8e5r4', required: true }] }] },
    ),
  },
  operations: {
    list: {
      route: 'GET /platform/v1/forms',
      summary: 'Get many forms',
      returns: 'many',
      rowsPath: ['data.forms', 'data'],
      evidence: 'partly',
      source,
    },
    update: {
      route: 'PUT /platform/v1/forms',
      summary: 'Update a form',
      body: { optional: ['type', 'sections'] },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
  },
});
