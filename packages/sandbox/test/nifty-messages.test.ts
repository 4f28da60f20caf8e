import { describe, expect, it } from 'vitest';
import type { Json } from './harness.ts';
import { startStudio } from './nifty-studio.ts';

const path = '/api/v1.0/messages';
const ids = (rows: readonly Json[]): string[] => rows.map(({ id }) => id);

describe('a message', () => {
  it.each([
    [{}, 'chat_id, task_id, message_id, file_id, doc_id: needs one of these'],
    [{ task_id: 'task', chat_id: 'chat' }, 'chat_id, task_id: only one of these may be sent'],
  ])('with the targets %j is refused', async (targets, message) => {
    const { call, id, found } = await startStudio();
    const known: Json = {
      task: id('task', 'Business cards'),
      chat: found('project', 'Lumen rebrand').general_discussion,
    };
    const own = Object.fromEntries(Object.entries(targets).map(([name, table]) => [name, known[table]]));
    const { status, json } = await call('POST', path, { body: { type: 'text', text: 'Hi', ...own } });
    expect([status, json.message]).toEqual([400, message]);
  });

  it.each([
    [{ text: 'Hi' }, 'type: must be sent'],
    [{ type: 'text' }, 'text: must be sent for the type text'],
    [{ type: 'gif', text: 'Hi' }, 'url: must be sent for the type gif'],
  ])('with the content %j is refused', async (content, message) => {
    const { call, id } = await startStudio();
    const { status, json } = await call('POST', path, { body: { task_id: id('task', 'Business cards'), ...content } });
    expect([status, json.message]).toEqual([400, message]);
  });

  it('on a document needs its thread', async () => {
    const { call, client, id } = await startStudio();
    const doc_id = id('document', 'Brand guidelines');
    expect((await call('POST', path, { body: { type: 'text', text: 'Hi', doc_id } })).json.message).toContain(
      'entity_key',
    );
    await client.message.create({ text: 'Darker', doc_id, entity_key: 'colours' });
    expect(await client.document.get({ document_id: doc_id })).toMatchObject({
      comments: 1,
      discussion_keys: ['colours'],
    });
  });

  it('is answered within data, beside a word', async () => {
    const { call, id } = await startStudio();
    const task_id = id('task', 'Business cards');
    const { status, json } = await call('POST', path, { body: { type: 'text', text: 'Matt, please', task_id } });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      message: expect.any(String),
      data: { text: 'Matt, please', task: task_id, author: id('member', 'Ana Duarte'), type: 'text', subtype: null },
    });
  });

  it('tags whom it mentions', async () => {
    const { client, id } = await startStudio();
    const liv = id('member', 'Liv Sørensen');
    const row = await client.message.comment({ task_id: id('task', 'Business cards'), text: `<@${liv}> which paper?` });
    expect(row.tagged).toEqual([liv]);
  });

  it('is replied to, which it counts', async () => {
    const { client, found, id } = await startStudio();
    const message_id = String(found('message', 'We love the warm colours. Could the wheat ear be simpler?', 'text').id);
    const reply = await client.message.create({ text: 'It will be', message_id });
    expect(reply).toMatchObject({ thread: message_id, chat: found('project', 'Lumen rebrand').general_discussion });
    expect(await client.message.get({ message_id })).toMatchObject({
      replies: 1,
      repliers: [id('member', 'Ana Duarte')],
    });
    expect(ids(await client.message.list({ message_id }).toArray())).toEqual([reply.id]);
  });

  it('says that it was changed, and stays in the list when deleted', async () => {
    const { client, id } = await startStudio();
    const task_id = id('task', 'Business cards');
    const { id: message_id } = await client.message.comment({ task_id, text: 'Matt' });
    const changed = await client.message.update({ message_id: String(message_id), text: 'Glossy' });
    expect(changed).toMatchObject({ text: 'Glossy', is_edited: true });
    await client.message.delete({ message_id: String(message_id) });
    const [newest] = await client.message.list({ task_id }).toArray();
    expect(newest).toMatchObject({ id: message_id, is_deleted: true, text: '' });
  });

  it('breaks the server when it is changed with a field that it does not know', async () => {
    const { call, twin } = await startStudio();
    const message = twin.rows('message').find(({ subtype }) => subtype === null);
    expect((await call('PUT', `${path}/${message?.id}`, { body: { text: 'x', seen: true } })).status).toBe(500);
  });

  it('is among those before and after another', async () => {
    const { client, found } = await startStudio();
    const chat_id = String(found('project', 'Lumen rebrand').general_discussion);
    const [third, second, first] = ids(await client.message.list({ chat_id }).toArray());
    expect(ids(await client.message.list({ chat_id, before_id: second ?? '' }).toArray())).toEqual([first]);
    expect(ids(await client.message.list({ chat_id, after_id: second ?? '' }).toArray())).toEqual([third]);
  });

  it('is read in the discussion of a project by the project alone', async () => {
    const { client, id } = await startStudio();
    const rows = await client.message.listDiscussion({ project_id: id('project', 'Fjordline booking site') }).toArray();
    expect(rows.map(({ text }) => text)).toEqual([
      'Photos come from the new server from tomorrow on',
      'Release moves by a week, the ferries send data late',
    ]);
  });
});

describe('the messages of a task', () => {
  it('tell what was done to it', async () => {
    const { client, id, status } = await startStudio();
    const task = await client.task.create({ name: 'Napkins', task_group_id: status('Lumen rebrand', 'Brief') });
    const task_id = String(task.id);
    await client.task.update({
      task_id,
      due_date: '2026-12-01T09:00:00.000Z',
      assignees: [id('member', 'Liv Sørensen')],
    });
    await client.task.update({ task_id, due_date: null, task_group_id: status('Lumen rebrand', 'Sketch') });
    await client.task.complete({ task_id });
    const rows = await client.message.list({ task_id }).toArray();
    expect(rows.map(({ subtype }) => subtype).reverse()).toEqual([
      'createTask',
      'assignTask',
      'addTaskDeadline',
      'moveTask',
      'removeTaskDeadline',
      'completeTask',
    ]);
    expect(await client.task.get({ task_id })).toMatchObject({ comments: 6 });
  });
});
