import { choice, flag, id, longText, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identityUid, matterUid, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/clients/notes.json';
const which = { uid: id('Note') } as const;

/** A note that staff keep on a matter of a client. */
export const clientNote = defineResource({
  name: 'clientNote',
  label: 'Client Note',
  description: 'A note that staff keep on a matter of a client',
  key: 'uid',
  title: 'title',
  fields: {
    ...identityUid,
    ...matterUid,
    title: text('Title', { example: 'First visit' }),
    content: longText('Text or HTML', { example: 'Prefers morning appointments' }),
    entity_type: choice(['document', 'payment', 'meeting'], 'Kind of record it speaks of'),
    entity_uid: id('Record it speaks of'),
    entity_title: text('Title of that record', { readOnly: true }),
    staff_uid: ref('staff', 'Staff member who wrote it', { readOnly: true }),
    business_uid: ref('business', 'Business', { readOnly: true }),
    summary: text('Summary made by AI', { readOnly: true }),
    summary_status: choice(['in_progress', 'generated', 'skipped', 'failed'], 'State of the summary', {
      readOnly: true,
    }),
    capabilities: object({ update: flag('May be edited'), delete: flag('May be deleted') }, 'What you may do', {
      readOnly: true,
    }),
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /v3/clients/client_notes',
      summary: 'Get notes of a matter',
      query: matterUid,
      returns: 'many',
      rowsPath: ['data.client_notes', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /v3/clients/client_notes/{uid}',
      summary: 'Get a note',
      path: which,
      returns: 'one',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/clients/client_notes',
      summary: 'Create a note',
      query: { skip_summary_generation: flag('Leave out the summary by AI', { label: 'Skip Summary' }) },
      body: { required: ['matter_uid'], optional: ['content', 'title', 'entity_type', 'entity_uid'] },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    update: {
      route: 'PUT /v3/clients/client_notes/{uid}',
      summary: 'Update a note',
      path: which,
      body: { optional: ['content', 'title'] },
      returns: 'one',
      evidence: 'documented',
      source,
    },
    delete: {
      route: 'DELETE /v3/clients/client_notes/{uid}',
      summary: 'Delete a note',
      path: which,
      returns: 'nothing',
      evidence: 'partly',
      source,
    },
  },
});
