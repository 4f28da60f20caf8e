import type { Call, Handler } from '../../../rules.ts';
import { messageFor } from '../answers/acknowledge.ts';
import { type Values, withEntries, withoutEntries } from '../values.ts';
import { ownRecord } from './own-record.ts';
import { changeTask } from './task.ts';

type Change = (list: unknown, entries: unknown) => string[];

const change =
  (field: 'assignees' | 'labels', how: Change) =>
  (call: Call): Values => ({ [field]: how(ownRecord(call, 'task')[field], call.body[field]) });

const assign =
  (how: Change): Handler =>
  (call) =>
    changeTask(call, change('assignees', how)(call));

/** The answer tells the labels that the task has then. */
const label =
  (how: Change): Handler =>
  (call) => {
    const values = change('labels', how)(call);
    changeTask(call, values);
    return { kind: 'content', content: { message: messageFor(call), labels: values.labels } };
  };

export const addAssignees = assign(withEntries);
export const removeAssignees = assign(withoutEntries);
export const addLabels = label(withEntries);
export const removeLabels = label(withoutEntries);
