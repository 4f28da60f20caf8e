import type { Act } from '../../../rules.ts';
import { writeMessage } from '../records/message-writer.ts';
import { chosen, recordOf, textOf, typed } from './act-input.ts';

const aMember = chosen('member', 'Who writes');
const aText = typed('text', 'Text');

/** What people write in Nifty, as buttons on the page. */
export const talkActs: readonly Act[] = [
  {
    name: 'postMessage',
    label: 'Post in the discussion of a project',
    verb: 'Post',
    inputs: [chosen('project', 'Project'), aText, aMember],
    run(input, twin) {
      const { general_discussion: chat } = recordOf(input, 'project', twin);
      const author = recordOf(input, 'member', twin).id;
      return writeMessage(twin, { chat, text: textOf(input, 'text'), author }, 'user');
    },
  },
  {
    name: 'commentTask',
    label: 'Comment on a task',
    verb: 'Comment',
    inputs: [chosen('task', 'Task'), aText, aMember],
    run(input, twin) {
      const { id: task } = recordOf(input, 'task', twin);
      const author = recordOf(input, 'member', twin).id;
      return writeMessage(twin, { task, text: textOf(input, 'text'), author }, 'user');
    },
  },
  {
    name: 'replyTo',
    label: 'Reply to a message',
    verb: 'Reply',
    inputs: [chosen('message', 'Message'), aText, aMember],
    run(input, twin) {
      const { id: thread, chat, task, file, document } = recordOf(input, 'message', twin);
      const author = recordOf(input, 'member', twin).id;
      return writeMessage(twin, { chat, task, file, document, thread, text: textOf(input, 'text'), author }, 'user');
    },
  },
];
