import type { Call } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { rowTable } from '../row-table.ts';
import { part, type Values } from '../values.ts';
import { documentExtras } from './document-extras.ts';
import { fileExtras } from './file-extras.ts';
import { messageExtras } from './message-extras.ts';
import { milestoneExtras } from './milestone-extras.ts';
import { projectExtras } from './project-extras.ts';
import { taskExtras } from './task-extras.ts';

/** Values that are not stored but counted; `undefined` takes one away. */
type Extras = (row: Row, twin: Twin) => Values;

const extras: Readonly<Record<string, Extras>> = {
  project: projectExtras,
  task: taskExtras,
  milestone: milestoneExtras,
  message: messageExtras,
  document: documentExtras,
  file: fileExtras,
};

/** A row as Nifty shows it: the fields of its kind, without what only the store needs. */
export const present = (call: Call, row: Row): Values => {
  const { definition, resource } = call.operation;
  const shown = part(row, Object.keys(definition.row ?? resource.fields));
  return { ...shown, ...extras[rowTable(call.operation)]?.(row, call.twin) };
};
