import { chosen, type Input, recordOf, textOf, typed } from '../../../act-input.ts';
import { invalid } from '../../../api-error.ts';
import type { Act } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { createTask, updateTask } from '../records/task-writer.ts';
import { textsIn, type Values, withEntries } from '../values.ts';

const aTask = chosen('task_id', 'Task', 'task');
const aMember = chosen('member_id', 'Who does it', 'member');

/** Changes the chosen task as the chosen member. */
const change = (input: Input, twin: Twin, values: (task: Row) => Values): Row => {
  const task = recordOf(input, 'task_id', 'task', twin);
  return updateTask(twin, task, values(task), recordOf(input, 'member_id', 'member', twin).id, 'user');
};

const nextStatus = (task: Row, { store }: Twin): Row => {
  const columns = store
    .rows('taskgroup')
    .filter(({ project, archived }) => project === task.project && archived !== true)
    .sort((one, other) => Number(one.order) - Number(other.order));
  const next = columns[columns.findIndex(({ id }) => id === task.task_group) + 1];
  if (!next) throw invalid('task_id', 'is in the last status of its board');
  return next;
};

const inDays = (text: string, { scheduler }: Twin): string => {
  const days = Number(text);
  if (!Number.isInteger(days)) throw invalid('days', 'must be a whole number');
  return new Date(scheduler.now() + days * 86_400_000).toISOString();
};

/** What people do with tasks in Nifty, as buttons on the page. */
export const taskActs: readonly Act[] = [
  {
    name: 'createTask',
    label: 'Create a task in the app',
    verb: 'Create',
    inputs: [typed('name', 'Name'), chosen('taskgroup_id', 'Status', 'taskgroup'), aMember],
    run(input, twin) {
      const values = {
        name: textOf(input, 'name'),
        task_group_id: recordOf(input, 'taskgroup_id', 'taskgroup', twin).id,
      };
      return createTask(twin, values, recordOf(input, 'member_id', 'member', twin).id, 'user');
    },
  },
  {
    name: 'moveTask',
    label: 'Move a task to the next status',
    verb: 'Move on',
    inputs: [aTask, aMember],
    run: (input, twin) => change(input, twin, (task) => ({ task_group_id: nextStatus(task, twin).id })),
  },
  {
    name: 'completeTask',
    label: 'Complete a task, or open it again',
    verb: 'Complete',
    inputs: [aTask, aMember],
    run: (input, twin) => change(input, twin, ({ completed }) => ({ completed: completed !== true })),
  },
  {
    name: 'assignTask',
    label: 'Assign a task to oneself',
    verb: 'Assign',
    inputs: [aTask, aMember],
    run: (input, twin) =>
      change(input, twin, ({ assignees }) => ({ assignees: withEntries(assignees, [input.member_id ?? '']) })),
  },
  {
    name: 'labelTask',
    label: 'Put a label on a task',
    verb: 'Put on',
    inputs: [aTask, chosen('label_id', 'Label', 'label'), aMember],
    run(input, twin) {
      const label = recordOf(input, 'label_id', 'label', twin).id;
      return change(input, twin, ({ labels }) => ({
        labels: [...textsIn(labels).filter((id) => id !== label), label],
      }));
    },
  },
  {
    name: 'setDeadline',
    label: 'Set when a task is due',
    verb: 'Set',
    inputs: [aTask, typed('days', 'Days from now'), aMember],
    run: (input, twin) => change(input, twin, () => ({ due_date: inDays(textOf(input, 'days'), twin) })),
  },
  {
    name: 'renameTask',
    label: 'Rename a task',
    verb: 'Rename',
    inputs: [aTask, typed('name', 'New name'), aMember],
    run: (input, twin) => change(input, twin, () => ({ name: textOf(input, 'name') })),
  },
  {
    name: 'deleteTask',
    label: 'Delete a task',
    verb: 'Delete',
    inputs: [aTask],
    run(input, twin) {
      const task = recordOf(input, 'task_id', 'task', twin);
      twin.rules.resources.task?.remove?.(task, twin, 'user');
      return task;
    },
  },
];
