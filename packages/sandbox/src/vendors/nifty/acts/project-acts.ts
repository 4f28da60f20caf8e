import { chosen, recordOf, textOf, typed } from '../../../act-input.ts';
import { invalid } from '../../../api-error.ts';
import type { Act } from '../../../rules.ts';
import { documentRules } from '../records/document-rules.ts';
import { storeFile } from '../records/file-writer.ts';
import { createProject } from '../records/project-writer.ts';
import { withEntries } from '../values.ts';

const aProject = chosen('project_id', 'Project', 'project');
const aMember = chosen('member_id', 'Who does it', 'member');

/** What people do with projects in Nifty, as buttons on the page. */
export const projectActs: readonly Act[] = [
  {
    name: 'createProject',
    label: 'Create a project',
    verb: 'Create',
    inputs: [typed('name', 'Name'), aMember],
    run: (input, twin) =>
      createProject(twin, { name: textOf(input, 'name') }, recordOf(input, 'member_id', 'member', twin).id, 'user'),
  },
  {
    name: 'archiveProject',
    label: 'Archive a project, or take it back',
    verb: 'Archive',
    inputs: [aProject],
    run(input, twin) {
      const { id, archived } = recordOf(input, 'project_id', 'project', twin);
      return twin.records.update('project', id, { archived: archived !== true }, 'user');
    },
  },
  {
    name: 'joinProject',
    label: 'Add a member to a project',
    verb: 'Add',
    inputs: [aProject, aMember],
    run(input, twin) {
      const { id, members } = recordOf(input, 'project_id', 'project', twin);
      const member = recordOf(input, 'member_id', 'member', twin).id;
      return twin.records.update('project', id, { members: withEntries(members, [member]) }, 'user');
    },
  },
  {
    name: 'removeMember',
    label: 'Remove somebody from the workspace',
    verb: 'Remove',
    inputs: [chosen('member_id', 'Member', 'member')],
    run(input, twin) {
      const { id } = recordOf(input, 'member_id', 'member', twin);
      return twin.records.update('member', id, { removed: true, pending: false }, 'user');
    },
  },
  {
    name: 'writeDocument',
    label: 'Write a document',
    verb: 'Write',
    inputs: [aProject, typed('name', 'Name'), typed('text', 'Text, as Markdown')],
    run(input, twin) {
      const project_id = recordOf(input, 'project_id', 'project', twin).id;
      const values = { name: textOf(input, 'name'), content: { text: textOf(input, 'text') }, project_id };
      return twin.records.create('document', { ...documentRules.defaults?.(values, twin), ...values }, 'user');
    },
  },
  {
    name: 'uploadFile',
    label: 'Upload a text file',
    verb: 'Upload',
    inputs: [aProject, typed('name', 'File name'), typed('content', 'Content'), aMember],
    run(input, twin) {
      const project_id = recordOf(input, 'project_id', 'project', twin).id;
      const name = textOf(input, 'name');
      if (/[/\\]/.test(name)) throw invalid('name', 'must not have folders in it');
      const file = twin.files.keep(name, 'text/plain', textOf(input, 'content'));
      return storeFile(twin, file, { project_id, uploader: recordOf(input, 'member_id', 'member', twin).id }, 'user');
    },
  },
];
