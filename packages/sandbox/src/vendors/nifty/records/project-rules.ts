import type { ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { flagIn, renamed, type Values } from '../values.ts';

const accessWords = ['public', 'limited', 'personal'] as const;

const texts = ['archived', 'auto_milestones', 'demo', 'query_all_files'] as const;

/** Access as answers tell it: numbers become words. */
export const accessWord = (value: unknown): string => accessWords[Number(value)] ?? String(value);

/** Values of a project as they are stored: flags travel as text, the portfolio under another name. */
export const projectValues = (values: Values): Values => ({
  ...renamed(values, { subteam_id: 'subteam' }),
  ...(values.access_type !== undefined && { access_type: accessWord(values.access_type) }),
  ...Object.fromEntries(texts.flatMap((name) => (values[name] === undefined ? [] : [[name, flagIn(values[name])]]))),
});

const below: Readonly<Record<string, string>> = {
  task: 'project',
  taskgroup: 'project',
  milestone: 'project',
  time: 'project',
  chat: 'project',
  document: 'project_id',
  file: 'project_id',
  folder: 'project_id',
  field: 'project_id',
};

const dropMessages = (project: Row, { store }: Twin): void => {
  for (const message of store.rows('message')) {
    const chat = store.find('chat', message.chat);
    const task = store.find('task', message.task);
    if (chat?.project === project.id || task?.project === project.id) store.drop('message', message.id);
  }
};

/** A project; all that is in it goes with it. */
export const projectRules: ResourceRules = {
  prepare: projectValues,
  remove(row, twin, actor) {
    dropMessages(row, twin);
    for (const [table, field] of Object.entries(below))
      for (const one of twin.store.rows(table).filter((other) => other[field] === row.id))
        twin.store.drop(table, one.id);
    twin.records.remove('project', row.id, actor);
  },
};
