import { choice, file as content, dateTime, id, integer, json, list, ref, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityUid, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/assets/files.json';
const fromVendor = { readOnly: true, nullable: true } as const;

/** Where a file stands between upload and removal. */
export const fileStates = [
  'pending',
  'scanning',
  'scanned',
  'uploaded',
  'infected',
  'failed',
  'linked',
  'deleted',
] as const;

const which = ref('file', 'File', { label: 'File' });

/** A file kept by the business. */
export const file = defineResource({
  name: 'file',
  label: 'File',
  description: 'A file kept by the business',
  key: 'uid',
  fields: {
    ...identityUid,
    name: text('Name with extension', { maxLength: 255, example: 'x-ray.pdf' }),
    status: choice(fileStates, 'State', { readOnly: true }),
    content_type: text('Media type', { readOnly: true, example: 'application/pdf' }),
    size_bytes: integer('Size', { readOnly: true, unit: 'bytes' }),
    url: url('Signed address of the file', fromVendor),
    thumbnail_url: url('Signed address of a picture of 400 pixels', fromVendor),
    thumbnail_small_url: url('Signed address of a picture of 150 pixels', fromVendor),
    metadata: json('Names and values of your own', { example: { side: 'left' } }),
    content_hash: text('SHA-256 of the content', fromVendor),
    created_by: choice(['staff', 'client'], 'Who uploaded it', { readOnly: true }),
    created_by_uid: id('The staff member or client', { readOnly: true }),
    business_uid: ref('business', 'Business', { readOnly: true }),
    ...stamps,
    deleted_at: dateTime('When it was removed', fromVendor),
  },
  operations: {
    list: {
      route: 'GET /v3/assets/files',
      summary: 'Get many files',
      query: {
        status: choice(fileStates, 'Only in this state'),
        file_uids: list(ref('file', 'A file'), 'Only these', { several: 'repeat' }),
      },
      returns: 'many',
      rowsPath: ['data.files', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /v3/assets/files/{uid}',
      summary: 'Get a file record',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
    upload: {
      route: 'POST /v3/assets/files',
      summary: 'Upload a file',
      description: 'At most 10 in 10 minutes; usable once its state is uploaded',
      body: {
        fields: { file: content('The file', { required: true }) },
        optional: ['name', 'metadata'],
      },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
    download: {
      route: 'GET /v3/assets/files/{uid}',
      summary: 'Download a file',
      path: { uid: which },
      returns: 'file',
      itemPath: 'data',
      file: { url: 'url', name: 'name', type: 'content_type' },
      evidence: 'documented',
      source,
    },
    delete: {
      route: 'DELETE /v3/assets/files/{uid}',
      summary: 'Delete a file',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
  },
});
