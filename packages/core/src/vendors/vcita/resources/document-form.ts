import { choice, dateTime, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { pagination } from '../pagination.ts';
import { identityUid } from '../shared-fields.ts';

/** A document or form that was sent to a client. */
export const documentForm = defineResource({
  name: 'documentForm',
  label: 'Document',
  description: 'A document or form that was sent to a client',
  key: 'uid',
  title: ['type', 'status'],
  lookup: { operation: 'search', search: { query: 'query' } },
  fields: {
    ...identityUid,
    type: text('Kind'),
    status: text('State'),
    signature_status: text('State of the signature'),
    created_at: dateTime('When it was made'),
  },
  operations: {
    search: {
      route: 'GET /v2/search/search_docuforms',
      summary: 'Search documents and forms',
      query: {
        query: text('Only with this text', { example: 'consent' }),
        signature_status: choice(
          ['pending', 'awaiting_signature', 'sent', 'signed', 'declined'],
          'Only in this state of the signature',
        ),
        teams_view_filter: choice(['me'], 'Only your own'),
      },
      returns: 'many',
      rowsPath: 'top_hits.docuforms_activity',
      pagination: { ...pagination, total: 'counts' },
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/assets/legacy/legacy_documents.json',
    },
  },
});
