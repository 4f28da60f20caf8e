import type { StoredFile } from '../../../files/file-store.ts';
import type { Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { messageFor } from '../answers/acknowledge.ts';
import { meOf } from '../people.ts';
import { storeFile } from '../records/file-writer.ts';
import { withEntries, withoutEntries } from '../values.ts';
import { ownRecord } from './own-record.ts';

/** Takes files in; where they belong stands in the query. */
export const upload: Handler = ({ body, query, twin, actor }) => {
  const { project_id, task_id, doc_id, folder_id, folder_stack } = query;
  const task = twin.store.find('task', task_id);
  const document = twin.store.find('document', doc_id);
  const place = {
    project_id: project_id ?? task?.project ?? document?.project_id ?? null,
    task: task?.id ?? null,
    document: document?.id ?? null,
    folder: folder_id ?? null,
    folder_stack: folder_stack ?? [],
  };
  const files = body.files as readonly StoredFile[];
  const rows = files.map((file) => storeFile(twin, file, { ...place, uploader: meOf(twin).id }, actor));
  return { kind: 'rows', rows };
};

/** Copies a file within its project, or into another. */
export const copy: Handler = (call) => {
  const { body, twin, actor } = call;
  const { id: _, created_at: __, ...file } = ownRecord(call, 'file');
  const project_id = body.destination_project_id ?? file.project_id;
  const row: Row = twin.records.create('file', { ...file, project_id, task: null, folder: null, labels: [] }, actor);
  return { kind: 'row', row, status: 201 };
};

/** An unknown file is answered with an empty success. */
const label =
  (how: (list: unknown, entries: unknown) => string[]): Handler =>
  (call) => {
    const { path, body, twin, actor } = call;
    const file = twin.store.find('file', path.file_id);
    if (!file) return { kind: 'content', content: undefined, status: 204 };
    const labels = how(file.labels, body.labels);
    twin.records.update('file', file.id, { labels }, actor);
    return { kind: 'content', content: { message: messageFor(call), labels } };
  };

export const addLabels = label(withEntries);
export const removeLabels = label(withoutEntries);

/** Files in a folder. */
export const ofFolder: Handler = ({ query, twin }) => ({
  kind: 'rows',
  rows: twin.store
    .rows('file')
    .filter(({ project_id, folder }) => project_id === query.project_id && folder === query.folder_id),
});
