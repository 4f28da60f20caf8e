import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Json, start } from './harness.ts';

const noting = async () => {
  const started = await start();
  const { call, twin } = started;
  const [collection, other] = twin.rows('collection');
  const path = `/collection/${collection?.id}`;
  const user = (name: string) => twin.rows('user').find(({ username }) => username === name)?.id;
  const message = async (answer: ReturnType<typeof call>) => {
    const { status, json } = await answer;
    return [status, json.errors[0].message];
  };
  return { ...started, collection, other, path, user, message };
};

describe('a comment', () => {
  it('is by the integration unless somebody is named, and shows its author when it is read alone', async () => {
    const { call, path, user } = await noting();
    const own = (await call('POST', `${path}/comment`, { body: { text: 'Glass is late' } })).json;
    expect(own).toMatchObject({ text: 'Glass is late', user_id: user('koppeling'), user_mentions: [] });
    expect(own).not.toHaveProperty('user');
    const mention = { user_id: user('rbakker'), name: 'Roos', tag: '@roos', indices: [0, 5] };
    const body = { text: '@roos look', user_id: user('mvermeer'), user_mentions: [mention] };
    const { json } = await call('POST', `${path}/comment`, { body });
    expect(json.user_mentions).toMatchObject([{ ...mention, id: expect.any(String) }]);
    const alone = (await call('GET', `${path}/comment/${json.id}`)).json;
    expect(alone.user).toMatchObject({ id: user('mvermeer'), fullname: 'Marco Vermeer' });
  });

  it.each([
    [{ text: '' }, 'text: must not be empty'],
    [{ text: 'x', user_id: 'unknown' }, 'user_id: does not exist'],
    [
      { text: 'x', user_mentions: [{ user_id: 'unknown' }] },
      'user_mentions.0.user_id: must be the identifier of a user',
    ],
  ])('with %j is refused', async (body, expected) => {
    const { call, path, message } = await noting();
    expect(await message(call('POST', `${path}/comment`, { body }))).toEqual([422, expected]);
  });
});

describe('an attachment', () => {
  const form = (parts: Readonly<Record<string, string | Blob>>, fileName = 'drawing.pdf') => {
    const data = new FormData();
    for (const [name, part] of Object.entries(parts))
      if (typeof part === 'string') data.append(name, part);
      else data.append(name, part, fileName);
    return data;
  };
  const send = async ({ twin }: Awaited<ReturnType<typeof noting>>, path: string, body: FormData) => {
    const { key, environment } = twin.credential;
    const headers = { 'x-api-key': key, 'x-api-env': environment };
    const response = await fetch(`${twin.baseUrl}${path}/attachment`, { method: 'POST', headers, body });
    return { status: response.status, json: (await response.json()) as Json };
  };

  it('that is uploaded is served again, byte for byte', async () => {
    const noted = await noting();
    const bytes = new Uint8Array(70_000).map((_, index) => index % 251);
    const { status, json } = await send(noted, noted.path, form({ file: new Blob([bytes]), filename: 'plan 1.pdf' }));
    expect(status).toBe(201);
    const checksum = createHash('sha256').update(bytes).digest('hex');
    expect(json).toMatchObject({ filename: 'plan 1.pdf', type: 'fs.mostwanted.io', bytes: 70_000, checksum });
    expect(json.user_id).toBe(noted.user('koppeling'));
    expect(new Uint8Array(await (await fetch(json.file)).arrayBuffer())).toEqual(bytes);
    await noted.call('DELETE', `${noted.path}/attachment/${json.id}`);
    expect((await fetch(json.file)).status).toBe(404);
  });

  it('takes its name from the file, and can hang on a card of the collection', async () => {
    const noted = await noting();
    const card = noted.twin.rows('card')[0]?.id ?? '';
    const { json } = await send(noted, noted.path, form({ file: new Blob(['x']), card_id: card }));
    expect(json).toMatchObject({ filename: 'drawing.pdf', card_id: card });
    const elsewhere = await send(
      noted,
      `/collection/${noted.other?.id}`,
      form({ file: new Blob(['x']), card_id: card }),
    );
    expect([elsewhere.status, elsewhere.json.errors[0].message]).toEqual([
      422,
      'card_id: must be the identifier of a card of the collection',
    ]);
  });

  it('can be a link, which is JSON on the same path', async () => {
    const { call, path } = await noting();
    const body = { filename: 'site.jpg', file: 'https://example.com/site.jpg', bytes: 12 };
    const { status, json } = await call('POST', `${path}/attachment`, { body });
    expect([status, json.type, json.file]).toEqual([201, 'external', 'https://example.com/site.jpg']);
    const { json: list } = await call('GET', `${path}/attachment?filter=type:eq:external`);
    expect(list.data.map(({ filename }: Json) => filename)).toContain('site.jpg');
  });

  it('is not taken as text in base64', async () => {
    const { call, path, message } = await noting();
    const body = { filename: 'a.txt', file: 'data:text/plain;base64,eA==' };
    expect((await message(call('POST', `${path}/attachment`, { body })))[0]).toBe(422);
  });

  it('of the seed is served', async () => {
    const { call, path } = await noting();
    const { json } = await call('GET', `${path}/attachment`);
    const list = json.data.find(({ filename }: Json) => filename === 'cutting-list.csv');
    expect(list).not.toHaveProperty('file_id');
    expect(await (await fetch(list.file)).text()).toContain('stile;1480;12');
  });
});

describe('a checklist', () => {
  it('is ticked by sending all items with their identifiers', async () => {
    const { call, path, time } = await noting();
    const body = { name: 'Ready', items: [{ description: 'Seals' }, { description: 'Paint' }] };
    const { json } = await call('POST', `${path}/checklist`, { body });
    const read = async () => (await call('GET', `${path}/checklist/${json.id}`)).json;
    const [first, second] = (await read()).items;
    expect(first).toMatchObject({ description: 'Seals', position: 1, checked: false, checklist_id: json.id });
    time.advance(1000);
    await call('PUT', `${path}/checklist/${json.id}`, { body: { items: [{ ...first, checked: true }, second] } });
    const [ticked, other] = (await read()).items;
    expect(ticked).toMatchObject({ id: first.id, checked: true, updated_at: '2026-11-22T09:00:01.000Z' });
    expect(other).toEqual(second);
    await call('PUT', `${path}/checklist/${json.id}`, { body: { items: [{ id: first.id }] } });
    expect((await read()).items).toMatchObject([{ id: first.id, description: 'Seals', checked: true }]);
  });

  it('that is not editable keeps its items', async () => {
    const { call, path, message } = await noting();
    const { json } = await call('POST', `${path}/checklist`, { body: { name: 'Fixed', editable: false } });
    expect(await message(call('PUT', `${path}/checklist/${json.id}`, { body: { items: [] } }))).toEqual([
      422,
      'items: cannot be changed: the checklist is not editable',
    ]);
    expect((await call('PUT', `${path}/checklist/${json.id}`, { body: { name: 'Still fixed' } })).status).toBe(200);
  });

  it('of a card belongs to that card, and goes with it', async () => {
    const { call, path, twin } = await noting();
    const [card] = twin.rows('card');
    const { status, json } = await call('POST', `${path}/card/${card?.id}/checklist`, { body: { name: 'Saw well' } });
    expect([status, json.card_id, json.collection_id]).toEqual([201, card?.id, card?.collection_id]);
    expect((await call('GET', `${path}/card/${card?.id}/checklist`)).json.count).toBe(2);
    expect((await call('GET', `${path}/checklist`)).json.count).toBe(1);
    await call('DELETE', `${path}/card/${card?.id}`);
    expect(twin.rows('cardChecklist').some(({ card_id }) => card_id === card?.id)).toBe(false);
  });
});

describe('a relation between cards', () => {
  it('is made once, between two cards, and goes with either', async () => {
    const { call, twin, message, path } = await noting();
    const [one, other] = twin.rows('card');
    const body = { type: 'related', card_id: one?.id, related_card_id: other?.id };
    const { status, json } = await call('POST', '/card_relation', { body });
    expect([status, json.status]).toEqual([201, 'valid']);
    expect(await message(call('POST', '/card_relation', { body }))).toEqual([422, 'Duplicate entry']);
    expect(await message(call('POST', '/card_relation', { body: { ...body, related_card_id: one?.id } }))).toEqual([
      422,
      'related_card_id: must be another card than card_id',
    ]);
    expect((await call('GET', `/card_relation?filter=card_id:eq:${one?.id}`)).json.data).toEqual([json]);
    expect((await call('GET', `${path}/card/${other?.id}?with=relations`)).json.relations).toEqual([json]);
    await call('DELETE', `${path}/card/${other?.id}`);
    expect((await call('GET', `/card_relation/${json.id}`)).status).toBe(404);
  });
});

describe('a user', () => {
  it('is invited with an empty answer, once for each address, and works as a resource', async () => {
    const { call, twin, message } = await noting();
    const saw = twin.rows('resource')[0]?.id;
    const body = { email: 'Piet@delinden.example', role: 'member', resource: { id: saw } };
    const answer = await call('POST', '/user', { body });
    expect([answer.status, answer.text]).toEqual([201, '']);
    const filter = encodeURIComponent('email:eq:Piet@delinden.example');
    const [user] = (await call('GET', `/user?filter=${filter}&with=resource`)).json.data;
    expect(user).toMatchObject({ status: 'invited', resource_id: saw, resource: { name: 'Saw 1' } });
    const again = { email: 'piet@delinden.example', role: 'member' };
    expect(await message(call('POST', '/user', { body: again }))).toEqual([422, 'Duplicate entry']);
    const other = twin.rows('resource')[1]?.id;
    await call('PUT', `/user/${user.id}`, { body: { resource: { id: other }, role: 'guest' } });
    expect((await call('GET', `/user/${user.id}`)).json).toMatchObject({ resource_id: other, role: 'guest' });
    // An invitation may say that there is none; of an update vPlan's documentation does not say so.
    expect((await call('PUT', `/user/${user.id}`, { body: { resource: null } })).status).toBe(422);
  });
});

describe('a group', () => {
  it('replaces its resources by those sent', async () => {
    const { call, twin, message } = await noting();
    const [one, other] = twin.rows('resource');
    const { json } = await call('POST', '/group', { body: { name: 'Both', resources: [{ id: one?.id }] } });
    await call('PUT', `/group/${json.id}`, { body: { resources: [{ id: other?.id }] } });
    expect((await call('GET', `/group/${json.id}?with=resources`)).json.resources).toMatchObject([{ name: 'Saw 2' }]);
    expect(await message(call('PUT', `/group/${json.id}`, { body: { resources: [{ id: 'x' }] } }))).toEqual([
      422,
      'resources.0.id: must be the identifier of a resource',
    ]);
  });
});

describe('a file', () => {
  it('goes in and comes out through the client', async () => {
    const { client, twin, collection } = await noting();
    const content = new TextEncoder().encode('Six frames, oak');
    const open = () => new Blob([content]).stream();
    const input = { collection_id: collection?.id ?? '', file: { name: 'frames.txt', type: 'text/plain', open } };
    const stored = await client.attachment.upload(input);
    expect(stored).toMatchObject({ filename: 'frames.txt', bytes: content.byteLength });
    const answer = await client.attachment.download({
      collection_id: collection?.id ?? '',
      attachment_id: String(stored.id),
    });
    expect(answer.name).toBe('frames.txt');
    expect(await new Response(answer.stream).text()).toBe('Six frames, oak');
    expect(twin.rows('attachment').at(-1)?.id).toBe(stored.id);
  });
});
