import type { ResourceRules } from '../../../rules.ts';
import { newSecret } from '../new-id.ts';
import { meOf } from '../people.ts';
import { renamed, type Values } from '../values.ts';
import { accessWord } from './project-rules.ts';

const memberOf = (id: string, at: string) => ({
  id,
  permission: 'edit',
  is_author: true,
  active: true,
  last_seen: at,
  last_edited: at,
});

/** Values of a document as they are stored. */
const documentValues = ({ task_id, private: own, force: _, folder_stack: __, ...values }: Values): Values => ({
  ...renamed(values, { folder_id: 'folder' }),
  ...(task_id !== undefined && { tasks: [task_id] }),
  ...(values.access_type !== undefined && { access_type: accessWord(values.access_type) }),
  ...(own === true && { access_type: 'personal' }),
});

/** A document. Its tokens open it to whoever has them: answers carry them, hosts must not show them. */
export const documentRules: ResourceRules = {
  defaults(values, twin) {
    const author = meOf(twin).id;
    return {
      type: 'doc',
      subtype: null,
      access_type: 'public',
      content: { text: '' },
      author,
      tasks: [],
      labels: [],
      archived: false,
      multipage: false,
      order: 100,
      members: [memberOf(String(values.author ?? author), twin.scheduler.stamp())],
      public_token: newSecret(twin.random),
      share_token: newSecret(twin.random),
    };
  },
  prepare: documentValues,
  remove(row, { store, records }, actor) {
    for (const message of store.rows('message').filter(({ document }) => document === row.id))
      store.drop('message', message.id);
    for (const page of store.rows('document').filter(({ parent_doc_id }) => parent_doc_id === row.id))
      store.put('document', { ...page, parent_doc_id: null });
    records.remove('document', row.id, actor);
  },
};
