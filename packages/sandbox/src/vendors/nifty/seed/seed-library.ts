import type { Twin } from '../../../twin.ts';
import { documentRules } from '../records/document-rules.ts';
import { storeFile } from '../records/file-writer.ts';
import { found, idOf, inDays, peopleOf } from './found.ts';
import { documents, fields, files, folders, times } from './library.ts';

const seedFolders = (twin: Twin): void => {
  for (const { project, name, above } of folders) {
    const project_id = idOf('project', project, twin);
    const parent_folder = idOf('folder', above, twin) ?? null;
    twin.records.create('folder', { name, folder_name: name, project_id, parent_folder }, 'user');
  }
};

const seedDocuments = (twin: Twin): void => {
  for (const { name, project, folder, pageOf, task, who, text } of documents) {
    const values = {
      name,
      project_id: idOf('project', project, twin) ?? null,
      folder: idOf('folder', folder, twin) ?? null,
      parent_doc_id: idOf('document', pageOf, twin) ?? null,
      tasks: task ? [idOf('task', task, twin)] : [],
      author: peopleOf([who], twin)[0],
      content: { text },
      access_type: project ? 'public' : 'personal',
    };
    twin.records.create('document', { ...documentRules.defaults?.(values, twin), ...values }, 'user');
  }
};

const seedFiles = (twin: Twin): void => {
  for (const { name, type, project, folder, task, who, content } of files) {
    const place = {
      project_id: idOf('project', project, twin),
      folder: idOf('folder', folder, twin) ?? null,
      task: idOf('task', task, twin) ?? null,
      uploader: peopleOf([who], twin)[0],
    };
    storeFile(twin, twin.files.keep(name, type, content), place, 'user');
  }
};

const seedFields = (twin: Twin): void => {
  for (const { project, values, ...field } of fields) {
    const project_id = idOf('project', project, twin);
    const { id } = twin.records.create(
      'field',
      { ...field, roles: ['owner', 'manager', 'regular'], project_id },
      'user',
    );
    for (const [task, value] of Object.entries(values))
      twin.records.create('fieldValue', { task: idOf('task', task, twin), field_id: id, value }, 'user');
  }
};

const seedTimes = (twin: Twin): void => {
  for (const { task, who, daysAgo, seconds, active = false, manual = false } of times) {
    const { id, project } = found('task', 'name', task, twin);
    const start = inDays(-daysAgo - seconds / 86_400, twin);
    const end = active ? null : inDays(-daysAgo, twin);
    const user = found('member', 'name', who, twin).user_id;
    const own = { task: id, project, user, start, end, active, manual, duration: String(seconds) };
    twin.records.create('time', own, 'user');
  }
};

/** Folders, documents, files, custom fields and tracked time. */
export const seedLibrary = (twin: Twin): void => {
  seedFolders(twin);
  seedDocuments(twin);
  seedFiles(twin);
  seedFields(twin);
  seedTimes(twin);
};
