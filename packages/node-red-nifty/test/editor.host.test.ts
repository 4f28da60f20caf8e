import { checkEditor, fixed, type Hosts } from '@patchbay/node-red-suite';
import { subject } from './subject.ts';

const idOf = ({ twin }: Hosts, table: string): string => String(twin.rows(table)[0]?.id);

checkEditor(subject, {
  nodes: (hosts) => ({
    node: { resource: 'task', operation: 'create', fields: { name: fixed('Draw the sign') } },
    tasks: {
      resource: 'task',
      operation: 'list',
      fields: { project_id: { type: 'msg', value: 'payload.id' }, completed: { type: 'bool', value: 'false' } },
    },
    comment: {
      resource: 'message',
      operation: 'comment',
      fields: { task_id: fixed(idOf(hosts, 'task')), text: { type: 'jsonata', value: '"Hello " & name' } },
    },
    upload: { resource: 'file', operation: 'upload', fields: { files: { type: 'msg', value: 'payload' } } },
  }),
  trigger: (hosts) => ({ events: ['taskCreated'], needs: { app_id: fixed(idOf(hosts, 'app')) } }),
  secret: 'token',
  refusal: 'make a new personal access token',
  pick: { field: 'project_id', resource: 'project', title: ({ name }) => String(name) },
});
