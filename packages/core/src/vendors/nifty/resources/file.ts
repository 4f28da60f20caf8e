import { id, list, ref, text, file as upload } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { folderStack } from '../document-fields.ts';
import { fileFields } from '../file-fields.ts';
import { direction, labelIds, ofProject } from '../shared-fields.ts';
import { mcp, reference } from '../sources.ts';

const tools = `${mcp}:src/tools/files.ts`;
const targets = {
  project_id: ref('project', 'Project'),
  task_id: ref('task', 'Task'),
  doc_id: ref('document', 'Document', { label: 'Document ID' }),
} as const;

/** An uploaded or linked file. */
export const file = defineResource({
  name: 'file',
  label: 'File',
  description: 'A file of a project, task or document',
  lookup: { narrowedBy: ['project_id'] },
  fields: fileFields,
  operations: {
    list: {
      route: 'GET /api/v1.0/files',
      summary: 'Get many files',
      description: 'Of one project, task, document or user',
      query: {
        ...targets,
        user_id: id('User, not a member ID', { label: 'User ID' }),
        folder_id: ref('folder', 'Only in this folder'),
        type: text('Filter by kind'),
        name: text('Filter by name', { example: 'logo' }),
        group: text('Filter by group'),
        tag: text('Filter by label'),
        ...direction,
      },
      oneOf: [['project_id', 'task_id', 'doc_id', 'user_id']],
      returns: 'many',
      rowsPath: ['files', 'items', ''],
      evidence: 'documented',
      source: `${reference}-fileapicontroller_getfiles`,
    },
    get: {
      route: 'GET /api/v1.0/files/{file_id}',
      summary: 'Get a file',
      description: 'Name, size and links; Download gets the content',
      choosing: ofProject,
      returns: 'one',
      evidence: 'documented',
      source: `${reference}-fileapicontroller_getfile`,
    },
    update: {
      route: 'PUT /api/v1.0/files/{file_id}',
      summary: 'Move a file to another folder',
      choosing: ofProject,
      body: {
        fields: { folder_id: ref('folder', 'Folder to move to') },
        optional: ['folder_stack', 'annotations_task_id'],
      },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: tools,
    },
    delete: {
      route: 'DELETE /api/v1.0/files/{file_id}',
      summary: 'Delete a file',
      choosing: ofProject,
      returns: 'nothing',
      evidence: 'partly',
      source: tools,
    },
    upload: {
      route: 'POST /api/v1.0/files',
      summary: 'Upload files',
      description: 'To at least one of project, task and document',
      query: { ...targets, folder_id: ref('folder', 'Folder'), ...folderStack },
      body: { fields: { files: list(upload('A file'), 'Files to upload', { required: true }) } },
      returns: 'many',
      pagination: false,
      rowsPath: ['files', 'items', ''],
      evidence: 'partly',
      source: tools,
    },
    download: {
      route: 'GET /api/v1.0/files/{file_id}',
      summary: 'Download a file',
      description: 'Whether links expire is not stated by Nifty',
      choosing: ofProject,
      returns: 'file',
      file: { url: 'download', name: 'name' },
      evidence: 'partly',
      source: `${reference}-fileapicontroller_getfile`,
    },
    copy: {
      route: 'POST /api/v1.0/files/{file_id}/copy',
      summary: 'Copy a file',
      choosing: ofProject,
      body: { fields: { destination_project_id: ref('project', 'Project to copy to') } },
      returns: 'one',
      itemPath: ['file', ''],
      evidence: 'inferred',
      source: tools,
    },
    addLabels: {
      route: 'PUT /api/v1.0/files/{file_id}/labels',
      summary: 'Add labels to a file',
      choosing: ofProject,
      body: { fields: labelIds },
      returns: 'one',
      // An unknown file is answered with 204; reading it back tells that it is not there.
      readBack: 'always',
      evidence: 'documented',
      source: `${reference}-fileapicontroller_addlabels`,
    },
    removeLabels: {
      route: 'DELETE /api/v1.0/files/{file_id}/labels',
      summary: 'Remove labels from a file',
      choosing: ofProject,
      body: { fields: labelIds },
      returns: 'one',
      readBack: 'always',
      evidence: 'partly',
      source: tools,
    },
  },
});
