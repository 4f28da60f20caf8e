import { chosen, recordOf, textOf, typed } from '../../../act-input.ts';
import type { Act } from '../../../rules.ts';
import { writeMessage } from '../records/message-writer.ts';

const aMember = chosen('member_id', 'Who writes', 'member');
const aText = typed('text', 'Text');

/** What people write in Nifty, as buttons on the page. */
export const talkActs: readonly Act[] = [
  {
    name: 'postMessage',
    label: 'Post in the discussion of a project',
    verb: 'Post',
    inputs: [chosen('project_id', 'Project', 'project'), aText, aMember],
    run(input, twin) {
      const { general_discussion: chat } = recordOf(input, 'project_id', 'project', twin);
      const author = recordOf(input, 'member_id', 'member', twin).id;
      return writeMessage(twin, { chat, text: textOf(input, 'text'), author }, 'user');
    },
  },
  {
    name: 'commentTask',
    label: 'Comment on a task',
    verb: 'Comment',
    inputs: [chosen('task_id', 'Task', 'task'), aText, aMember],
    run(input, twin) {
      const { id: task } = recordOf(input, 'task_id', 'task', twin);
      const author = recordOf(input, 'member_id', 'member', twin).id;
      return writeMessage(twin, { task, text: textOf(input, 'text'), author }, 'user');
    },
  },
  {
    name: 'replyTo',
    label: 'Reply to a message',
    verb: 'Reply',
    inputs: [chosen('message_id', 'Message', 'message'), aText, aMember],
    run(input, twin) {
      const { id: thread, chat, task, file, document } = recordOf(input, 'message_id', 'message', twin);
      const author = recordOf(input, 'member_id', 'member', twin).id;
      return writeMessage(twin, { chat, task, file, document, thread, text: textOf(input, 'text'), author }, 'user');
    },
  },
];
