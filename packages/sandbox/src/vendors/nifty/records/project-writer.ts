import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { type Values, withEntries } from '../values.ts';

/** A column of a board. */
export interface Column {
  readonly name: string;
  readonly color: string;
  readonly done?: boolean;
}

const usualColumns: readonly Column[] = [
  { name: 'To do', color: '#94a3b8' },
  { name: 'In progress', color: '#3b82f6' },
  { name: 'Done', color: '#22c55e', done: true },
];

const modules = ['tasks', 'milestones', 'discussion', 'docs', 'files', 'time'] as const;

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** A short code that no other project has. */
const codeFor = (name: string, { store }: Twin): string => {
  const base =
    name
      .replace(/[^A-Za-z]/g, '')
      .slice(0, 3)
      .toUpperCase() || 'PRJ';
  const taken = new Set(store.rows('project').map(({ nice_id }) => nice_id));
  for (let number = 0; ; number++) {
    const code = number === 0 ? base : `${base.slice(0, 2)}${number}`;
    if (!taken.has(code)) return code;
  }
};

/**
 * Stores a project with its board and its discussion.
 * @param values as they are stored
 * @param by its owner, a member
 */
export const createProject = (
  twin: Twin,
  values: Values,
  by: string,
  actor: Actor,
  columns: readonly Column[] = usualColumns,
): Row => {
  const name = String(values.name);
  const code = String(values.nice_id ?? codeFor(name, twin));
  const id = twin.rules.newId?.('project', twin.random) ?? twin.random.uuid();
  const chat = twin.records.create('chat', { name: 'General', type: 2, project: id, last_message_at: null }, actor);
  const project = twin.records.create(
    'project',
    {
      description: '',
      initials: initialsOf(name),
      color: '#3b82f6',
      secondary_color: '#93c5fd',
      demo: false,
      archived: false,
      removed: false,
      auto_milestones: false,
      default_tasks_view: 'kanban',
      access_type: 'public',
      owner: by,
      email: `${code.toLowerCase()}@inbound.nifty.example`,
      general_discussion_muted: false,
      enabled_modules: modules,
      ...values,
      nice_id: code,
      members: withEntries([by], values.members),
      general_discussion: chat.id,
      task_count: 0,
      id,
    },
    actor,
  );
  columns.forEach((column, index) => {
    const completed_group = column.done ? { completed: true } : null;
    const order = (index + 1) * 100;
    const own = { name: column.name, color: column.color, order, completed_group, archived: false };
    twin.records.create('taskgroup', { ...own, project: id, created_by: by }, actor);
  });
  return project;
};
