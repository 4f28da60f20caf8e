import { choice, file, integer, json, number, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityUid, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/integrations/import.json';
const readOnly = { readOnly: true } as const;

const which = ref('importJob', 'Import Job', { label: 'Import Job' });

/** An import of products from a spreadsheet. */
export const importJob = defineResource({
  name: 'importJob',
  label: 'Import Job',
  description: 'An import of products from a spreadsheet',
  key: 'uid',
  title: ['job_type', 'status'],
  fields: {
    ...identityUid,
    provider_type: choice(['excel', 'import_job'], 'From a file, or from a job that checked one'),
    job_type: choice(['validate', 'execute'], 'Only check, or import'),
    status: choice(['pending', 'processing', 'done', 'error'], 'State', readOnly),
    error_message: text('Why it failed', readOnly),
    progress: object(
      {
        total: number('Rows'),
        done: number('Rows done'),
        error: number('Rows that failed'),
        pending: number('Rows still to come'),
      },
      'How far it is',
      readOnly,
    ),
    provider_data: object(
      {
        entity_type: text('Kind of record'),
        original_file_name: text('Name of the file'),
        source_import_job_uid: ref('importJob', 'Job that checked the file'),
      },
      'Where the rows come from',
      readOnly,
    ),
    metadata: object(
      {
        data_row_index: integer('First row of data'),
        locale: text('Language'),
        shared_entity_data: json('Values for all rows'),
      },
      'More about it',
      readOnly,
    ),
    ...stamps,
  },
  operations: {
    get: {
      route: 'GET /v3/integrations/import_jobs/{uid}',
      summary: 'Get an import job',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/integrations/import_jobs',
      summary: 'Start an import of products',
      body: {
        required: ['provider_type'],
        optional: ['job_type'],
        fields: {
          file: file('Excel file', { wire: 'provider_data[file]' }),
          provider_data: object(
            { source_import_job_uid: ref('importJob', 'Job that checked the file') },
            'Instead of a file, as {source_import_job_uid}',
            { example: { source_import_job_uid: 'k3v9x2m7q1w8e5r4' } },
          ),
          entity_type: choice(['products'], 'What is imported'),
          locale: choice(['en', 'he', 'es', 'fr', 'de', 'it', 'nl', 'pt', 'zh'], 'Language of messages'),
          shared_entity_data: json('Values for all rows'),
        },
      },
      oneOf: [['file', 'provider_data']],
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
  },
});
