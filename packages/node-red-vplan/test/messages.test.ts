import type { Message } from '@patchbay/node-red-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixed, type Hosts, onTab, sink, startHosts, vplanNode } from './hosts.ts';

let hosts: Hosts;
let boardId: string;
beforeAll(async () => {
  hosts = await startHosts();
  boardId = String(hosts.vplan.rows('board')[0]?.id);
});
afterAll(() => hosts.close());

const lastRequest = () => hosts.vplan.requests.at(-1);
const getBoard = { resource: 'board', operation: 'get' };
const createCollection = { resource: 'collection', operation: 'create' };
const idsOf = (payload: unknown): unknown[] => (payload as { id: string }[]).map(({ id }) => id);

describe('the message', () => {
  it('keeps all its other properties', async () => {
    const message = { topic: 'kept', req: { headers: {} }, deep: { a: [1] }, payload: 'old', _msgid: 'abc' };
    const { messages } = await hosts.run({ ...getBoard, fields: { board_id: fixed(boardId) } }, message);
    expect(messages[0]).toMatchObject({ topic: 'kept', deep: { a: [1] }, _msgid: 'abc', payload: { id: boardId } });
    expect(messages[0]?.req).toBeDefined();
  });

  it('may be followed by others before it is answered', async () => {
    await hosts.deploy([
      vplanNode('node', { ...getBoard, fields: { board_id: { type: 'msg', value: 'board' } } }, [['sink']]),
      sink('sink'),
    ]);
    hosts.nodeRed.forget();
    const ids = hosts.vplan.rows('board').map(({ id }) => id);
    for (const board of ids) hosts.nodeRed.send('node', { board });
    const all = await hosts.nodeRed.waitFor('three answers', () => {
      const messages = hosts.nodeRed.messagesAt('sink');
      return messages.length === 3 ? messages : undefined;
    });
    for (const { board, payload } of all) expect(payload).toMatchObject({ id: board });
    await hosts.nodeRed.waitFor('an empty status', () => hosts.nodeRed.statusesOf('node').find(({ text }) => !text));
  });
});

describe('inputs', () => {
  it('come from the message, the flow, the environment and JSONata', async () => {
    await hosts.deploy([
      onTab('remember', 'change', { rules: [{ t: 'set', p: 'board', pt: 'flow', to: 'board', tot: 'msg' }] }, [
        ['node'],
      ]),
      vplanNode(
        'node',
        {
          ...createCollection,
          fields: {
            board_id: { type: 'flow', value: 'board' },
            name: { type: 'jsonata', value: '"Order " & order.number' },
            description: { type: 'msg', value: 'order.text' },
            external_ref: { type: 'env', value: 'NR_NODE_ID' },
            due_date: { type: 'msg', value: 'order.due' },
          },
        },
        [['sink']],
      ),
      sink('sink'),
    ]);
    hosts.nodeRed.forget();
    const order = { number: 7, text: '', due: new Date('2026-12-24T10:00:00Z') };
    hosts.nodeRed.send('remember', { board: boardId, order });
    await hosts.nodeRed.waitFor('the collection', () => hosts.nodeRed.messagesAt('sink')[0]);
    const body = { board_id: boardId, name: 'Order 7', description: '', external_ref: 'node', due_date: '2026-12-24' };
    expect(lastRequest()?.body).toEqual(body);
  });

  it('that give no value are not sent', async () => {
    const { caught } = await hosts.run(
      {
        ...createCollection,
        fields: {
          board_id: fixed(boardId),
          name: { type: 'msg', value: 'nothing.here' },
          description: { type: 'env', value: 'PATCHBAY_NOT_SET' },
        },
      },
      { payload: { name: 'not asked for' } },
    );
    expect(caught).toBeUndefined();
    expect(lastRequest()?.body).toEqual({ board_id: boardId });
  });

  it('send 0, false, an empty text and null as they are', async () => {
    const collection = String(hosts.vplan.rows('collection').at(-1)?.id);
    const fields = {
      collection_id: fixed(collection),
      description: fixed(''),
      due_date: { type: 'msg', value: 'none' },
      update_without_delete_nested: { type: 'bool', value: 'false' },
    };
    await hosts.run({ resource: 'collection', operation: 'update', fields }, { none: null });
    const update = hosts.vplan.requests.findLast(({ operation }) => operation === 'collection.update');
    expect(update?.body).toEqual({ description: '', due_date: null });
    expect(update?.query).toEqual({ update_without_delete_nested: 'false' });
    await hosts.run({
      resource: 'collection',
      operation: 'moveToBacklog',
      fields: { collection_id: fixed(collection), position: { type: 'num', value: '0' } },
    });
    const move = hosts.vplan.requests.findLast(({ operation }) => operation === 'collection.moveToBacklog');
    expect(move?.body).toEqual({ position: 0 });
  });

  const given = { board_id: 'from payload', name: 'From payload', description: 'Too', unknown: 1 };

  it('missing ones are taken from msg.payload when they are required, and the form comes first', async () => {
    await hosts.run(
      { ...createCollection, fromPayload: 'required', fields: {} },
      { payload: { ...given, board_id: boardId } },
    );
    expect(lastRequest()?.body).toEqual({ board_id: boardId });
    await hosts.run(
      { ...createCollection, fromPayload: 'required', fields: { board_id: fixed(boardId) } },
      { payload: given },
    );
    expect(lastRequest()?.body).toEqual({ board_id: boardId });
  });

  it('all of them are taken from msg.payload when the node says so, and a name that nothing takes is a slip', async () => {
    const fields = { board_id: fixed(boardId) };
    const { unknown, ...all } = given;
    await hosts.run({ ...createCollection, fromPayload: 'all', fields }, { payload: all });
    expect(lastRequest()?.body).toEqual({ board_id: boardId, name: 'From payload', description: 'Too' });
    const before = hosts.vplan.requests.length;
    const { caught } = await hosts.run(
      { ...createCollection, fromPayload: 'all', fields },
      { payload: { ...all, nmae: 'slip', duedate: '2026-12-24' } },
    );
    expect(caught?.error.code).toBe('INPUT');
    for (const name of ['nmae', 'duedate']) expect(caught?.error.message).toContain(`${name} in msg.payload is not`);
    const text = await hosts.run({ ...createCollection, fromPayload: 'all', fields }, { payload: 'abc' });
    expect(text.caught?.error.message).toContain(
      'msg.payload must be an object of fields by their names, but is a text',
    );
    expect(hosts.vplan.requests).toHaveLength(before);
    expect(hosts.nodeRed.statusesOf('node').map((status) => status.text)).toEqual(['input: msg.payload']);
  });
});

describe('rows', () => {
  const listCards = { resource: 'card', operation: 'listAll', fields: { sort: fixed('id:asc') } };
  const all = (): unknown[] => [...idsOf(hosts.vplan.rows('card'))].sort();

  it('come in one array', async () => {
    const { messages } = await hosts.run(listCards);
    expect(messages).toHaveLength(1);
    expect(idsOf(messages[0]?.payload).sort()).toEqual(all());
    expect(messages[0]).not.toHaveProperty('parts');
  });

  it('stop at the limit, which may be an expression', async () => {
    const { messages } = await hosts.run({ ...listCards, limit: { type: 'msg', value: 'most' } }, { most: 5 });
    expect(messages[0]?.payload).toHaveLength(5);
    expect(lastRequest()?.query).toMatchObject({ limit: '5' });
  });

  it('begin where the node says, and the message tells how many there are', async () => {
    const rows = all().length;
    for (const output of ['array', 'page', 'row']) {
      const skip = { limit: { type: 'num', value: '2' }, offset: { type: 'msg', value: 'done' } };
      const { messages } = await hosts.run({ ...listCards, ...skip, output }, { done: 3 });
      expect(idsOf(messages.flatMap(({ payload }) => payload))).toEqual(all().slice(3, 5));
      for (const message of messages) expect(message).toMatchObject({ total: rows });
    }
    expect(lastRequest()?.query).toMatchObject({ offset: '3' });
    const wrong = await hosts.run({ ...listCards, offset: { type: 'num', value: '-1' } });
    expect(wrong.caught?.error.message).toContain('offset must be a whole number of at least 0');
  });

  it('come one a message, in order, with parts that count', async () => {
    const { messages } = await hosts.run({ ...listCards, output: 'row' }, { topic: 'kept' });
    expect(messages.map(({ payload }) => (payload as { id: string }).id).sort()).toEqual(all());
    const parts = messages.map((message) => message.parts as Record<string, unknown>);
    expect(parts.map(({ index }) => index)).toEqual(messages.map((_, index) => index));
    expect(new Set(parts.map(({ id }) => id)).size).toBe(1);
    expect(parts.map(({ count }) => count)).toEqual([...Array(messages.length - 1), messages.length]);
    expect(messages.every(({ topic }) => topic === 'kept')).toBe(true);
  });

  it('come one page a message, and a Join node puts rows and pages together again', async () => {
    for (const output of ['row', 'page']) {
      await hosts.deploy([
        vplanNode('node', { ...listCards, output }, [['join']]),
        onTab('join', 'join', { mode: 'auto' }, [['sink']]),
        sink('sink'),
      ]);
      hosts.nodeRed.forget();
      hosts.nodeRed.send('node', { parts: { id: 'outer', index: 0 } });
      const joined: Message = await hosts.nodeRed.waitFor('the rows', () => hosts.nodeRed.messagesAt('sink')[0]);
      expect(idsOf(joined.payload).sort()).toEqual(all());
      expect(joined.parts).toEqual({ id: 'outer', index: 0 });
    }
  });
});

it('an update that vPlan answers with nothing gives the record as it is afterwards', async () => {
  const fields = { board_id: fixed(boardId), name: fixed('Doors') };
  const { messages } = await hosts.run({ resource: 'board', operation: 'update', fields });
  expect(messages[0]?.payload).toMatchObject({ id: boardId, name: 'Doors' });
});
