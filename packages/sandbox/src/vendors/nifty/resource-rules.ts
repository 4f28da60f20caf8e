import type { ResourceRules } from '../../rules.ts';
import { documentRules } from './records/document-rules.ts';
import { fileRules } from './records/file-rules.ts';
import { folderRules } from './records/folder-rules.ts';
import { labelRules } from './records/label-rules.ts';
import { messageRules } from './records/message-rules.ts';
import { milestoneRules } from './records/milestone-rules.ts';
import { projectRules } from './records/project-rules.ts';
import { subteamRules } from './records/subteam-rules.ts';
import { taskRules } from './records/task-rules.ts';
import { taskgroupRules } from './records/taskgroup-rules.ts';
import { webhookRules } from './records/webhook-rules.ts';

/** Behaviour of Nifty's records by their kind. */
export const resources: Readonly<Record<string, ResourceRules>> = {
  document: documentRules,
  file: fileRules,
  folder: folderRules,
  label: labelRules,
  message: messageRules,
  milestone: milestoneRules,
  project: projectRules,
  subteam: subteamRules,
  task: taskRules,
  taskgroup: taskgroupRules,
  webhook: webhookRules,
};
