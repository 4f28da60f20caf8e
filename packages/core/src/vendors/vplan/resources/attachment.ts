import { file, integer, ref, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { externalRefShown } from '../external-reference.ts';
import { listQuery, showHide } from '../list-query.ts';
import { identity, stamps } from '../shared-fields.ts';

/** A file or link on a collection or card. */
export const attachment = defineResource({
  name: 'attachment',
  label: 'Attachment',
  description: 'A file or a link on a collection or one of its cards',
  title: 'filename',
  simplified: [
    'id',
    'filename',
    'file',
    'type',
    'bytes',
    'thumbnail',
    'card_id',
    'collection_id',
    'user_id',
    'created_at',
  ],
  fields: {
    ...identity,
    filename: text('Name of the file', { example: 'frame-118.pdf' }),
    file: url('Where the file is', { label: 'File URL', example: 'https://example.com/drawings/frame-118.pdf' }),
    type: text('Where it is kept, external for links to other hosts', {
      suggestions: ['external', 'fs.mostwanted.io'],
      example: 'external',
    }),
    checksum: text('Checksum of the file'),
    signature: text('Signature of the file'),
    bytes: integer('Size of the file', { unit: 'bytes' }),
    thumbnail: url('Where the preview is', { label: 'Thumbnail URL' }),
    thumbnail_type: text('Where the preview is kept'),
    thumbnail_checksum: text('Checksum of the preview'),
    thumbnail_signature: text('Signature of the preview'),
    thumbnail_bytes: integer('Size of the preview', { unit: 'bytes' }),
    card_id: ref('card', 'Card that it is attached to', { nullable: true }),
    collection_id: ref('collection', 'Collection of the attachment', { readOnly: true }),
    user_id: ref('user', 'Who made it', { readOnly: true }),
    ...externalRefShown,
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /collection/{collection_id}/attachment',
      summary: 'Get many attachments of a collection',
      description: 'Those of its cards are among them and have a card ID',
      query: listQuery,
      returns: 'many',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/list-attachments.md',
    },
    get: {
      route: 'GET /collection/{collection_id}/attachment/{attachment_id}',
      summary: 'Get an attachment without its file',
      query: showHide,
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/retrieve-single-attachment-3589229e0',
    },
    upload: {
      route: 'POST /collection/{collection_id}/attachment',
      summary: 'Upload a file to a collection',
      description: 'Path and part names are assumed; vPlan advises links for large files',
      body: {
        fields: {
          file: file('File to attach', { required: true }),
          // A part of a form is a text: it cannot be null, as it can in the JSON of a link.
          card_id: ref('card', 'Card to attach it to'),
        },
        optional: ['filename'],
      },
      returns: 'one',
      evidence: 'partly',
      source: 'https://vplan.eu.apidog.com/attachment_create',
    },
    createLink: {
      route: 'POST /collection/{collection_id}/attachment',
      summary: 'Attach a link to a collection or card',
      body: {
        required: ['filename', 'file'],
        optional: [
          'type',
          'card_id',
          'bytes',
          'checksum',
          'signature',
          'thumbnail',
          'thumbnail_type',
          'thumbnail_bytes',
          'thumbnail_checksum',
          'thumbnail_signature',
        ],
      },
      returns: 'one',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/attachment_create_link',
    },
    download: {
      route: 'GET /collection/{collection_id}/attachment/{attachment_id}',
      summary: 'Download an attachment',
      description: 'Whether the file needs credentials is not documented',
      returns: 'file',
      file: { url: 'file', name: 'filename' },
      evidence: 'partly',
      source: 'https://vplan.eu.apidog.com/retrieve-single-attachment-3589229e0',
    },
    delete: {
      route: 'DELETE /collection/{collection_id}/attachment/{attachment_id}',
      summary: 'Delete an attachment',
      returns: 'nothing',
      evidence: 'inferred',
      source: 'https://vplan.eu.apidog.com/requestmethod-67900d0',
    },
  },
});
