import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { refused } from '../wire/refusals.ts';
import { found, listOf, ofPath, oneRow } from './table.ts';

const isOfEntity = (row: Row, { query }: Call): boolean =>
  row.entity_type === query.entity_type && row.entity_uid === query.entity_uid;

const deleteFile: Handler = (call) => {
  const { twin, actor } = call;
  const file = ofPath('file', call);
  twin.records.remove('file', file.id, actor);
  return { kind: 'row', row: { ...file, status: 'deleted', deleted_at: twin.scheduler.stamp() } };
};

const deleteRelations: Handler = (call) => {
  const { twin, actor } = call;
  const rows = twin.store.rows('fileRelation').filter((row) => isOfEntity(row, call));
  for (const { id } of rows) twin.records.remove('fileRelation', id, actor);
  return oneRow({ deleted_count: rows.length });
};

/** A form is named by its type. */
const updateForm: Handler = ({ body, twin, actor }) => {
  const form = body.type === undefined ? twin.store.rows('form')[0] : found('form', body.type, twin);
  if (!form) throw refused(422, 'invalid', 'Not Found');
  return { kind: 'row', row: twin.records.update('form', form.id, body, actor) };
};

/** One contact of an importing app, which has to be installed. */
const importContact: Handler = ({ path, body, twin, actor }) => {
  const app = twin.store.rows('app').find((row) => row.app_code_name === path.app_code_name);
  const types = Array.isArray(app?.app_type) ? app.app_type : [];
  if (app?.installed !== true || !types.includes('import_clients'))
    throw refused(422, 'invalid', 'The app imports no clients, or is not installed');
  const session_id = 1 + twin.store.rows('contactImport').length;
  twin.records.create('contactImport', { ...body, session_id }, actor);
  return oneRow({ session_id });
};

/** Documents by a part of their title or type. */
const searchForms: Handler = listOf('documentForm', (row, { query }) => {
  const part = String(query.query ?? '').toLowerCase();
  const signed = query.signature_status === undefined || row.signature_status === query.signature_status;
  return signed && JSON.stringify(row).toLowerCase().includes(part);
});

/** Calls on files, forms and imports. */
export const assetHandlers: Readonly<Record<string, Handler>> = {
  'file.list': listOf('file', (row, { query }) => !Array.isArray(query.file_uids) || query.file_uids.includes(row.id)),
  'file.delete': deleteFile,
  'fileRelation.deleteAll': deleteRelations,
  'form.update': updateForm,
  'contactImport.create': importContact,
  'documentForm.search': searchForms,
};
