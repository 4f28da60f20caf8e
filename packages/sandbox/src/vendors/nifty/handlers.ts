import type { Handler } from '../../rules.ts';
import * as document from './handlers/document.ts';
import * as documentV3 from './handlers/document-v3.ts';
import * as field from './handlers/field.ts';
import * as file from './handlers/file.ts';
import * as message from './handlers/message.ts';
import * as milestone from './handlers/milestone.ts';
import * as project from './handlers/project.ts';
import * as subteam from './handlers/subteam.ts';
import * as task from './handlers/task.ts';
import * as taskEntries from './handlers/task-entries.ts';
import * as taskPlaces from './handlers/task-places.ts';
import * as taskgroup from './handlers/taskgroup.ts';
import { duration } from './handlers/time.ts';
import { me } from './handlers/user.ts';
import { remove as removeWebhook } from './handlers/webhook.ts';

/** What operations do that are no plain list, get, create, update or delete. */
export const handlers: Readonly<Record<string, Handler>> = {
  'project.create': project.create,
  'project.invite': project.invite,
  'project.leave': project.leave,
  'project.start': project.start,
  'project.listFields': field.ofProject,
  'project.addField': field.addToProject,
  'project.updateField': field.updateOfProject,
  'task.create': task.create,
  'task.createPersonal': task.create,
  'task.update': task.update,
  'task.deleteMany': task.removeMany,
  'task.complete': task.setCompleted(true),
  'task.reopen': task.setCompleted(false),
  'task.archive': task.setArchived(true),
  'task.restore': task.setArchived(false),
  'task.listPersonal': task.listPersonal,
  'task.addAssignees': taskEntries.addAssignees,
  'task.removeAssignees': taskEntries.removeAssignees,
  'task.addLabels': taskEntries.addLabels,
  'task.removeLabels': taskEntries.removeLabels,
  'task.clone': taskPlaces.clone,
  'task.move': taskPlaces.move,
  'task.moveOrder': taskPlaces.moveOrder,
  'task.setMilestone': taskPlaces.setMilestone,
  'task.link': taskPlaces.link,
  'task.attachDocument': taskPlaces.attachDocument,
  'task.listFields': field.ofTask,
  'task.addField': field.addToTask,
  'task.updateField': field.updateOfTask,
  'taskgroup.moveTasks': taskgroup.moveTasks,
  'taskgroup.addAssignees': taskgroup.addAssignees,
  'taskgroup.removeAssignees': taskgroup.removeAssignees,
  'milestone.archive': milestone.setArchived(true),
  'milestone.restore': milestone.setArchived(false),
  'milestone.moveToProject': milestone.moveToProject,
  'milestone.addTasks': milestone.addTasks,
  'milestone.removeTasks': milestone.removeTasks,
  'subteam.addMembers': subteam.addMembers,
  'subteam.removeMembers': subteam.removeMembers,
  'subteam.leave': subteam.leave,
  'message.create': message.create,
  'message.see': message.see,
  'document.listPersonal': document.listPersonal,
  'document.createPersonal': document.createPersonal,
  'document.moveToProject': document.moveToProject,
  'document.change': document.changeContent,
  'document.setMembers': document.setMembers,
  'document.removeMembers': document.removeMembers,
  'document.addLabels': document.addLabels,
  'document.removeLabels': document.removeLabels,
  'document.getV3': documentV3.get,
  'document.getContent': documentV3.getContent,
  'file.upload': file.upload,
  'file.copy': file.copy,
  'file.addLabels': file.addLabels,
  'file.removeLabels': file.removeLabels,
  'folder.contents': file.ofFolder,
  'time.duration': duration,
  'user.me': me,
  'webhook.delete': removeWebhook,
};
