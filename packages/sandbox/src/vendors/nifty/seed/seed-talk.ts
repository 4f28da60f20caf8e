import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { writeMessage } from '../records/message-writer.ts';
import { found, peopleOf } from './found.ts';
import { chats, comments, discussions } from './talk.ts';
import { type PersonName, people } from './workspace.ts';

/** A text with mentions as Nifty writes them. */
const withMentions = (text: string, twin: Twin): string =>
  people.reduce((whole, { name }) => whole.replaceAll(`@${name}`, `<@${peopleOf([name], twin)[0]}>`), text);

/** Discussions, comments with replies, and direct chats. */
export const seedTalk = (twin: Twin): void => {
  const write = (who: PersonName, text: string, place: Readonly<Record<string, unknown>>): Row => {
    const [author = ''] = peopleOf([who], twin);
    return writeMessage(twin, { ...place, text: withMentions(text, twin), author }, 'user');
  };
  for (const { project, who, text } of discussions)
    write(who, text, { chat: found('project', 'name', project, twin).general_discussion });
  let before: Row | undefined;
  for (const { task, who, text, reply } of comments)
    before = write(who, text, { task: found('task', 'name', task, twin).id, ...(reply && { thread: before?.id }) });
  for (const chat of chats) {
    const members = peopleOf(['Ana Duarte', ...chat.with], twin);
    const own = { name: chat.name, type: chat.with.length > 1 ? 1 : 0, members, last_message_at: null };
    const { id } = twin.records.create('chat', own, 'user');
    write(chat.with[0] ?? 'Ana Duarte', chat.text, { chat: id });
  }
};
