import { id, longText, ref } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityUid, matterUid, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/clients/legacy/manage_clients.json';
const item = ['data.note', 'data'] as const;
const which = { ...matterUid, note_uid: id('Note', { label: 'Note' }) } as const;

/** A note as older paths know it; client notes are the newer way. */
export const matterNote = defineResource({
  name: 'matterNote',
  label: 'Matter Note',
  description: 'A note on a matter as older paths know it; client notes are newer',
  key: 'uid',
  title: 'content',
  fields: {
    ...identityUid,
    content: longText('Text', { example: 'Prefers morning appointments' }),
    staff_uid: ref('staff', 'Staff member who wrote it', { readOnly: true }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /business/clients/v1/matters/{matter_uid}/notes',
      summary: 'Get notes of a matter (v1)',
      path: matterUid,
      returns: 'many',
      rowsPath: ['data.notes', 'data'],
      otherWayOf: 'clientNote.list',
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /business/clients/v1/matters/{matter_uid}/notes/{note_uid}',
      summary: 'Get a note of a matter (v1)',
      path: which,
      returns: 'one',
      itemPath: item,
      otherWayOf: 'clientNote.get',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /business/clients/v1/matters/{matter_uid}/notes',
      summary: 'Add a note to a matter (v1)',
      path: matterUid,
      body: { required: ['content'], wrap: 'note' },
      returns: 'one',
      itemPath: item,
      otherWayOf: 'clientNote.create',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /business/clients/v1/matters/{matter_uid}/notes/{note_uid}',
      summary: 'Update a note of a matter (v1)',
      path: which,
      body: { optional: ['content'], wrap: 'note' },
      returns: 'one',
      itemPath: item,
      otherWayOf: 'clientNote.update',
      evidence: 'documented',
      source,
    },
    delete: {
      route: 'DELETE /business/clients/v1/matters/{matter_uid}/notes/{note_uid}',
      summary: 'Delete a note of a matter (v1)',
      path: which,
      returns: 'nothing',
      otherWayOf: 'clientNote.delete',
      evidence: 'documented',
      source,
    },
  },
});
