import { choice, choices, flag, id, list, longText, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import {
  accessType,
  documentContentFields,
  documentFields,
  documentQuery,
  documentV3Fields,
  folderStack,
} from '../document-fields.ts';
import { confirmation, labelIds, ofProject, projectId, targetProject } from '../shared-fields.ts';
import { communityNode, mcp, opencode, reference } from '../sources.ts';

const properties = `${communityNode}/document/document.properties.ts`;
const schemas = `${mcp}:test/fixtures/nifty-document-content-schemas.json`;
const folder = { folder_id: ref('folder', 'Folder') } as const;
// Folders and documents are offered by project; personal documents have none.
const personal = {
  folder_id: id('Folder', { label: 'Folder ID' }),
  parent_doc_id: id('Document that has it as a page', { label: 'Parent Document ID' }),
} as const;
const labelRow = { ...confirmation, labels: list(ref('label', 'A label'), 'Label IDs', { readOnly: true }) } as const;

/** A text of a project or of one person. v1 holds the content in a form of its own, v3 gives it as Markdown. */
export const document = defineResource({
  name: 'document',
  label: 'Document',
  description: 'A text of a project or of one person, with pages, members and comments',
  lookup: { narrowedBy: ['project_id'] },
  fields: documentFields,
  operations: {
    list: {
      route: 'GET /api/v1.0/docs',
      summary: 'Get many documents of a project or task',
      query: {
        project_id: ref('project', 'Project'),
        task_id: ref('task', 'Task'),
        ...folder,
        parent_doc_id: ref('document', 'Only pages of this document', { label: 'Parent Document ID' }),
        ...documentQuery,
      },
      oneOf: [['project_id', 'task_id']],
      returns: 'many',
      rowsPath: ['items', 'docs', ''],
      evidence: 'partly',
      source: `${opencode} ; ${properties} ; ${mcp}:src/tools/documents.ts`,
    },
    get: {
      route: 'GET /api/v1.0/docs/{document_id}',
      summary: 'Get a document',
      description: 'Refused to some tokens with 403 where Get V3 works',
      choosing: ofProject,
      returns: 'one',
      evidence: 'documented',
      source: `${reference}-documentsapicontroller_getdocument`,
    },
    create: {
      route: 'POST /api/v1.0/docs',
      summary: 'Create a document',
      body: {
        required: ['name'],
        fields: {
          ...projectId,
          ...folder,
          ...folderStack,
          task_id: ref('task', 'Related task; seen in one client'),
          private: flag('Private'),
          ...accessType,
        },
        optional: ['content', 'parent_doc_id', 'type', 'subtype', 'external_id', 'order'],
      },
      returns: 'one',
      itemPath: ['document', ''],
      evidence: 'partly',
      source: `${opencode} ; ${schemas}`,
    },
    update: {
      route: 'PUT /api/v1.0/docs/{document_id}',
      summary: 'Update a document',
      choosing: ofProject,
      body: {
        fields: { ...accessType, force: flag('Force; not explained by Nifty'), ...folder, ...folderStack },
        optional: ['name', 'content', 'archived', 'multipage', 'order'],
      },
      returns: 'one',
      itemPath: ['document', ''],
      evidence: 'partly',
      source: `${opencode} ; ${schemas}`,
    },
    delete: {
      route: 'DELETE /api/v1.0/docs/{document_id}',
      summary: 'Delete a document',
      choosing: ofProject,
      returns: 'nothing',
      evidence: 'partly',
      source: `${opencode} ; ${mcp}:src/tools/documents.ts`,
    },
    listPersonal: {
      route: 'GET /api/v1.0/docs/personal',
      summary: 'Get many personal documents',
      query: { ...personal, ...documentQuery },
      returns: 'many',
      rowsPath: ['items', 'docs', ''],
      evidence: 'documented',
      source: `${reference}-documentsapicontroller_getpesonaldocuments`,
    },
    createPersonal: {
      route: 'POST /api/v1.0/docs/personal',
      summary: 'Create a personal document',
      body: {
        required: ['name'],
        fields: { ...personal, ...folderStack },
        optional: ['content', 'type', 'subtype'],
      },
      returns: 'one',
      itemPath: ['document', ''],
      evidence: 'partly',
      source: `${schemas} ; ${properties}`,
    },
    moveToProject: {
      route: 'PUT /api/v1.0/docs/{document_id}/move_to_project',
      summary: 'Move a document to another project',
      choosing: ofProject,
      body: {
        fields: {
          ...targetProject,
          folder_id: id('Folder to move to', { label: 'Folder ID' }),
          folder_stack: text('Folder path, as text in one client'),
        },
      },
      returns: 'one',
      itemPath: ['document', ''],
      evidence: 'partly',
      source: `${opencode} ; ${properties}`,
    },
    change: {
      route: 'POST /api/v1.0/docs/{document_id}/change',
      summary: 'Store a new version of a document',
      choosing: ofProject,
      body: {
        fields: {
          content: longText('New content', { required: true }),
          message: text('Note on the version', { example: 'Typography chapter' }),
        },
      },
      returns: 'nothing',
      evidence: 'inferred',
      source: `${mcp}:src/tools/documents.ts`,
    },
    setMembers: {
      route: 'PUT /api/v1.0/docs/{document_id}/members',
      summary: 'Invite members to a document',
      choosing: ofProject,
      body: {
        fields: {
          members: list(
            object(
              {
                id: ref('member', 'Member', { required: true }),
                permission: choice(['view', 'comment', 'edit'], 'What they may do'),
              },
              'A member',
            ),
            'Members, as {id, permission}',
            { required: true, example: [{ id: 'pL9rX2sQ1n', permission: 'comment' }] },
          ),
        },
      },
      returns: 'nothing',
      evidence: 'inferred',
      source: `${properties} ; ${mcp}:src/tools/documents.ts`,
    },
    removeMembers: {
      route: 'DELETE /api/v1.0/docs/{document_id}/members',
      summary: 'Remove members from a document',
      choosing: ofProject,
      body: { fields: { member_ids: list(ref('member', 'A member'), 'Member IDs, as one client sends them') } },
      returns: 'nothing',
      evidence: 'inferred',
      source: `${mcp}:src/tools/documents.ts`,
    },
    addLabels: {
      route: 'PUT /api/v1.0/docs/{document_id}/labels',
      summary: 'Add labels to a document',
      choosing: ofProject,
      body: { fields: labelIds },
      returns: 'one',
      row: labelRow,
      evidence: 'partly',
      source: `${mcp}:test/regression-api-contract.test.ts ; ${opencode}`,
    },
    removeLabels: {
      route: 'DELETE /api/v1.0/docs/{document_id}/labels',
      summary: 'Remove labels from a document',
      choosing: ofProject,
      body: { fields: labelIds },
      returns: 'one',
      row: labelRow,
      evidence: 'partly',
      source: `${mcp}:test/regression-api-contract.test.ts ; ${opencode}`,
    },
    getV3: {
      route: 'GET /api/v3/documents/{document_id}',
      summary: 'Get a document through the newer API',
      description: 'Without content; works for tokens that v1 refuses',
      choosing: ofProject,
      query: {
        expand: choices(
          ['project', 'author', 'parentDocument', 'deletedBy', 'createdByActor', 'updatedByActor', 'labels'],
          'Related records to include',
          { several: 'comma' },
        ),
      },
      returns: 'one',
      row: documentV3Fields,
      evidence: 'partly',
      source: `${mcp}:docs/tdr/001-legacy-document-read-403.md ; ${mcp}:test/document-read-regression.test.ts`,
    },
    getContent: {
      route: 'GET /api/v3/documents/{document_id}/content',
      summary: 'Get the text of a document as Markdown',
      choosing: ofProject,
      returns: 'one',
      row: documentContentFields,
      evidence: 'partly',
      source: `${mcp}:docs/tdr/001-legacy-document-read-403.md`,
    },
  },
});
