import { defineVendor } from '../../define/vendor.ts';
import { personalToken } from './auth.ts';
import { errors } from './errors.ts';
import { vendorEvents, webhooks } from './events.ts';
import { oauth } from './oauth.ts';
import { pagination } from './pagination.ts';
import { quota } from './quota.ts';
import { app } from './resources/app.ts';
import { chat } from './resources/chat.ts';
import { document } from './resources/document.ts';
import { field } from './resources/field.ts';
import { file } from './resources/file.ts';
import { folder } from './resources/folder.ts';
import { invite } from './resources/invite.ts';
import { label } from './resources/label.ts';
import { member } from './resources/member.ts';
import { message } from './resources/message.ts';
import { milestone } from './resources/milestone.ts';
import { project } from './resources/project.ts';
import { subtask } from './resources/subtask.ts';
import { subteam } from './resources/subteam.ts';
import { task } from './resources/task.ts';
import { taskgroup } from './resources/taskgroup.ts';
import { template } from './resources/template.ts';
import { time } from './resources/time.ts';
import { user } from './resources/user.ts';
import { webhook } from './resources/webhook.ts';

/** Nifty: project management. Taken from its reference and from working clients, October 2026. */
export const nifty = defineVendor({
  name: 'nifty',
  label: 'Nifty',
  description: 'Project management: tasks, milestones, discussions, documents and files',
  website: 'https://niftypm.com',
  documentation: 'https://developers.niftypm.com',
  baseUrl: 'https://openapi.niftypm.com',
  auth: { personalToken, oauth },
  pagination,
  rowsPath: ['items', ''],
  errors,
  quota,
  events: vendorEvents,
  webhooks,
  resources: {
    project,
    task,
    subtask,
    taskgroup,
    milestone,
    message,
    document,
    file,
    folder,
    label,
    member,
    time,
    subteam,
    chat,
    template,
    field,
    invite,
    user,
    app,
    webhook,
  },
});
