import { choice, json, number, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityUid, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/integrations/import.json';
const states = ['pending', 'processing', 'done', 'error'] as const;

const which = ref('importJobItem', 'Import Job Item', { label: 'Import Job Item' });

/** What became of a row of an import. */
export const importJobItem = defineResource({
  name: 'importJobItem',
  label: 'Import Job Item',
  description: 'What became of a row of an import',
  key: 'uid',
  title: ['line_number', 'status'],
  fields: {
    ...identityUid,
    import_job_uid: ref('importJob', 'Import job'),
    line_number: number('Line in the file'),
    action: choice(['create', 'update', 'skip'], 'What was done'),
    status: choice(states, 'State'),
    error_message: text('Why it failed'),
    entity: json('The record'),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /v3/integrations/import_job_items',
      summary: 'Get many items of an import job',
      query: {
        import_job_uid: ref('importJob', 'Import job', { required: true }),
        status: text('Only in this state', { suggestions: states, example: 'error' }),
      },
      returns: 'many',
      rowsPath: ['data.import_job_items', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /v3/integrations/import_job_items/{uid}',
      summary: 'Get an import job item',
      path: { uid: which },
      choosing: { import_job_uid: ref('importJob', 'Import job of the item') },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
  },
});
