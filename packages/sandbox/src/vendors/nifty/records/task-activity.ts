import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { textsIn } from '../values.ts';
import { writeMessage } from './message-writer.ts';

/** What activity says; Nifty's own words are not known. */
const words: Readonly<Record<string, string>> = {
  createTask: 'created the task',
  assignTask: 'assigned the task',
  unassignTask: 'took an assignment back',
  completeTask: 'completed the task',
  uncompleteTask: 'opened the task again',
  moveTask: 'moved the task',
  addTaskDeadline: 'set when it is due',
  updateTaskDeadline: 'changed when it is due',
  removeTaskDeadline: 'cleared when it is due',
  addTaskStartDate: 'set when it starts',
  updateTaskStartDate: 'changed when it starts',
  removeTaskStartDate: 'cleared when it starts',
  addTaskToMilestone: 'put it under a milestone',
  removeTaskFromMilestone: 'took it out of its milestone',
};

const dateSubtype = (what: string, was: unknown, is: unknown): string[] => {
  if ((was ?? null) === (is ?? null)) return [];
  if (is === null || is === undefined) return [`remove${what}`];
  return [was === null || was === undefined ? `add${what}` : `update${what}`];
};

const subtypesOf = (before: Row, after: Row): string[] => {
  const [was, is] = [textsIn(before.assignees), textsIn(after.assignees)];
  return [
    ...(is.some((id) => !was.includes(id)) ? ['assignTask'] : []),
    ...(was.some((id) => !is.includes(id)) ? ['unassignTask'] : []),
    ...(before.completed === after.completed ? [] : [after.completed ? 'completeTask' : 'uncompleteTask']),
    ...(before.task_group === after.task_group ? [] : ['moveTask']),
    ...dateSubtype('TaskDeadline', before.due_date, after.due_date),
    ...dateSubtype('TaskStartDate', before.start_date, after.start_date),
    ...(before.milestone === after.milestone
      ? []
      : [after.milestone ? 'addTaskToMilestone' : 'removeTaskFromMilestone']),
  ];
};

/**
 * Writes what happened to a task among its messages, as Nifty does.
 * @param before left out for a new one
 * @param author of the change, a member
 */
export const tellActivity = (twin: Twin, before: Row | undefined, after: Row, author: string, actor: Actor): void => {
  for (const subtype of before ? subtypesOf(before, after) : ['createTask'])
    writeMessage(twin, { subtype, text: words[subtype], task: after.id, author }, actor);
};
