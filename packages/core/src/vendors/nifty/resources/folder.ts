import { ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { fileFields } from '../file-fields.ts';
import { identity, ofProject, projectId } from '../shared-fields.ts';
import { mcp, reference } from '../sources.ts';

const tools = `${mcp}:src/tools/folders.ts`;

/** A folder for files and documents; v2 only. How one looks in an answer is not known. */
export const folder = defineResource({
  name: 'folder',
  label: 'Folder',
  description: 'A folder for the files and documents of a project',
  title: ['name', 'folder_name'],
  fields: {
    ...identity,
    folder_name: text('Name, as it is sent', { example: 'Print files' }),
    name: text('Name, as it may come back', { readOnly: true }),
    parent_folder: ref('folder', 'Folder above'),
  },
  operations: {
    list: {
      route: 'GET /api/v2.0/folders',
      summary: 'Get many folders of a project',
      query: {
        ...projectId,
        // Not folder_id: a form that asks for a folder would narrow its own pick list down.
        parent_folder_id: ref('folder', 'Folder above; the top of the project when left out', {
          wire: 'folder_id',
          // One client passes the identifier of the project for the top.
          otherwise: { operation: 'project.get', input: { project_id: '{project_id}' }, take: 'id' },
        }),
      },
      returns: 'many',
      rowsPath: ['folders', 'items', ''],
      evidence: 'partly',
      source: tools,
    },
    get: {
      route: 'GET /api/v2.0/folders/{folder_id}',
      summary: 'Get a folder',
      choosing: ofProject,
      returns: 'one',
      itemPath: ['folder', ''],
      evidence: 'inferred',
      source: tools,
    },
    create: {
      route: 'POST /api/v2.0/folders',
      summary: 'Create a folder',
      body: {
        required: ['folder_name'],
        fields: { ...projectId, type: text('One client sends folder', { suggestions: ['folder'] }) },
        optional: ['parent_folder'],
      },
      returns: 'one',
      itemPath: ['folder', ''],
      evidence: 'partly',
      source: tools,
    },
    update: {
      route: 'PUT /api/v2.0/folders/{folder_id}',
      summary: 'Rename a folder',
      choosing: ofProject,
      body: { required: ['folder_name'] },
      returns: 'one',
      itemPath: ['folder', ''],
      evidence: 'partly',
      source: tools,
    },
    delete: {
      route: 'DELETE /api/v2.0/folders/{folder_id}',
      summary: 'Delete a folder',
      choosing: ofProject,
      returns: 'nothing',
      evidence: 'partly',
      source: tools,
    },
    contents: {
      route: 'GET /api/v2.0/folders/content',
      summary: 'Get many files of a folder',
      query: { ...projectId, folder_id: ref('folder', 'Folder', { required: true }) },
      returns: 'many',
      rowsPath: ['files', 'items', ''],
      row: fileFields,
      evidence: 'documented',
      source: `${reference}-folderapicontroller_getfolder`,
    },
  },
});
