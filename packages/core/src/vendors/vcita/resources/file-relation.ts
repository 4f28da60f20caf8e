import { choice, dateTime, id, integer, json, object, ref, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityUid, stamps } from '../shared-fields.ts';
import { fileStates } from './file.ts';

const source = 'vcita/developers-hub:swagger/assets/files.json';

const entity = {
  entity_type: choice(['message', 'invoice', 'payment', 'appointment', 'estimate'], 'Kind of record', {
    required: true,
  }),
  entity_uid: id('The record', { required: true }),
} as const;

/** A file attached to a message, invoice, payment, appointment or estimate. */
export const fileRelation = defineResource({
  name: 'fileRelation',
  label: 'File Relation',
  description: 'A file attached to another record',
  key: 'uid',
  title: ['entity_type', 'file_uid'],
  fields: {
    ...identityUid,
    file_uid: ref('file', 'File'),
    ...entity,
    client_uid: ref('client', 'Client it is about'),
    file: object(
      {
        name: text('Name with extension'),
        status: choice(fileStates, 'State'),
        content_type: text('Media type'),
        size: integer('Size', { unit: 'bytes' }),
        url: url('Signed address of the file', { nullable: true }),
        thumbnail_url: url('Signed address of a picture of 400 pixels', { nullable: true }),
        thumbnail_small_url: url('Signed address of a picture of 150 pixels', { nullable: true }),
        metadata: json('Names and values of your own', { nullable: true }),
        ...stamps,
      },
      'The file, in lists',
      { readOnly: true, nullable: true },
    ),
    business_uid: ref('business', 'Business', { readOnly: true }),
    ...stamps,
    deleted_at: dateTime('When it was removed', { readOnly: true, nullable: true }),
  },
  operations: {
    list: {
      route: 'GET /v3/assets/file_relations',
      summary: 'Get many files of a record',
      query: entity,
      returns: 'many',
      rowsPath: ['data.file_relations', 'data'],
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/assets/file_relations',
      summary: 'Attach a file to a record',
      body: { required: ['file_uid', 'entity_type', 'entity_uid'], optional: ['client_uid'] },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
    deleteAll: {
      route: 'DELETE /v3/assets/file_relations',
      summary: 'Detach all files of a record',
      query: entity,
      returns: 'one',
      itemPath: 'data',
      row: { deleted_count: integer('Number of files detached') },
      evidence: 'documented',
      source,
    },
  },
});
