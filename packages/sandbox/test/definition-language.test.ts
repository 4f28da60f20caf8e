import { describe, expect, it } from 'vitest';
import { startWorkshop } from './workshop.ts';

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

describe('a list in pages by number', () => {
  it('tells the next page, and none on the last', async () => {
    const { call } = await startWorkshop();
    const first = (await call('GET', '/v2/tools?per_page=3')).json;
    expect([names(first.data.tools), first.data.next_page]).toEqual([['Saw 1', 'Saw 2', 'Saw 3'], 2]);
    const last = (await call('GET', '/v2/tools?per_page=3&page=3')).json;
    expect([names(last.data.tools), last.data.next_page]).toEqual([['Saw 7'], null]);
    expect((await call('GET', '/v2/tools?per_page=3&page=4')).json.data.tools).toEqual([]);
    expect(Object.keys(first)).toEqual(['data']);
  });

  it.each(['page=0', 'per_page=101', 'page=x', 'offset=3'])('is refused with %s', async (query) => {
    const { call } = await startWorkshop();
    expect((await call('GET', `/v2/tools?${query}`)).status).toBe(400);
  });

  it('has as many rows to a page as the vendor’s rules say, when nobody says it', async () => {
    const { call } = await startWorkshop({}, { pageSize: 2 });
    expect((await call('GET', '/v2/tools')).json.data.tools).toHaveLength(2);
  });
});

describe('a list by offset without a total', () => {
  it('tells with a flag whether there is more', async () => {
    const { call } = await startWorkshop();
    expect((await call('GET', '/v2/tools/search?limit=5')).json).toMatchObject({ hasMore: true });
    const { json } = await call('GET', '/v2/tools/search?limit=5&offset=5');
    expect([names(json.hits), json]).toEqual([['Saw 6', 'Saw 7'], { hasMore: false, hits: expect.any(Array) }]);
  });
});

describe('a query', () => {
  it('is read by the names on the wire', async () => {
    const { call, twin } = await startWorkshop({}, { select: ({ query }, rows) => (query.cheaper === 3 ? [] : rows) });
    expect((await call('GET', '/v2/tools?price%5Blt%5D=3')).json.data.tools).toEqual([]);
    expect((await call('GET', '/v2/tools?cheaper=3')).json.errors[0].message).toBe('Unknown query parameter: cheaper');
    expect(twin.requests[0]?.query).toEqual({ 'price[lt]': '3' });
  });

  it('narrows by fields of the same name without a rule', async () => {
    const { call } = await startWorkshop();
    expect(names((await call('GET', '/v2/tools?maker=Bo')).json.data.tools)).toEqual(['Saw 2', 'Saw 4', 'Saw 6']);
  });

  it('takes several values by repetition where the definition says so, and nowhere else', async () => {
    let seen: unknown;
    const { call } = await startWorkshop(
      {},
      {
        select: ({ query }, rows) => {
          seen = query.tags;
          return rows;
        },
      },
    );
    await call('GET', '/v2/tools?tags=sharp&tags=heavy');
    expect(seen).toEqual(['sharp', 'heavy']);
    expect((await call('GET', '/v2/tools?tags=sharp&tags=blue')).status).toBe(400);
    expect((await call('GET', '/v2/tools?maker=Ada&maker=Bo')).status).toBe(400);
  });

  it('may hold what nobody knows where the vendor overlooks it', async () => {
    const { call } = await startWorkshop({}, { ignoresUnknownQuery: true });
    expect((await call('GET', '/v2/tools?colour=red')).status).toBe(200);
  });
});

describe('the content of a request', () => {
  const body = (inner: object, outer: object = {}) => ({ json: { tools: [inner], source: 'api', ...outer } });

  it('is taken out of its wrapping, under the names that the records have', async () => {
    const { call, twin } = await startWorkshop();
    const { status, json } = await call('POST', '/v2/tools', body({ name: 'Axe', made_by: 'Cy' }, { notify: true }));
    expect([status, json.data.tool.name, json.data.tool.maker]).toEqual([201, 'Axe', 'Cy']);
    expect(json.data.tool).not.toHaveProperty('id');
    expect(twin.rows('tool').at(-1)).toMatchObject({ uid: json.data.tool.uid, name: 'Axe' });
    expect((await call('GET', `/v2/tools/${json.data.tool.uid}`)).json).toEqual(json);
  });

  it.each([
    ['no wrapping', { name: 'Axe', source: 'api' }, 'name'],
    ['two in the list', { tools: [{ name: 'A' }, { name: 'B' }], source: 'api' }, 'tools'],
    ['an object for a list', { tools: { name: 'A' }, source: 'api' }, 'tools'],
    ['the fixed value missing', { tools: [{ name: 'A' }] }, 'source'],
    ['another fixed value', { tools: [{ name: 'A' }], source: 'web' }, 'source'],
    ['a field of the outside inside', { tools: [{ name: 'A', notify: true }], source: 'api' }, 'notify'],
    ['the name of the record for that of the wire', { tools: [{ name: 'A', maker: 'Cy' }], source: 'api' }, 'maker'],
    ['a wrong kind', { tools: [{ name: 'A', price: '3' }], source: 'api' }, 'price'],
  ])('with %s is refused in the vendor’s own shape', async (_, json, field) => {
    const { call, twin } = await startWorkshop();
    const answer = await call('POST', '/v2/tools', { json });
    expect([answer.status, answer.json]).toEqual([
      422,
      { errors: expect.arrayContaining([{ message: expect.any(String), code: 422, field }]) },
    ]);
    expect(twin.rows('tool')).toHaveLength(7);
  });

  it('repeats what stands in the path, and no other', async () => {
    const { call, twin } = await startWorkshop();
    const uid = String(twin.rows('tool')[0]?.uid);
    const update = (tool: object) => call('PUT', `/v2/tools/${uid}`, { json: { tool } });
    expect((await update({ name: 'Axe', tool_uid: uid })).json).toEqual({ message: 'ok' });
    expect(twin.rows('tool')[0]?.name).toBe('Axe');
    expect((await update({ name: 'Hoe' })).json.errors[0].field).toBe('tool_uid');
    expect((await update({ name: 'Hoe', tool_uid: 'other' })).status).toBe(422);
  });
});

describe('refusals', () => {
  it('are told as the vendor’s rules want them', async () => {
    const { call } = await startWorkshop(
      {},
      {
        refuse: (error) => Object.assign(error, { problems: error.problems.map((one) => ({ ...one, code: 'gone' })) }),
      },
    );
    const { status, json } = await call('GET', '/v2/tools/none');
    expect([status, json]).toEqual([404, { errors: [{ message: 'Not found', code: 'gone' }] }]);
  });

  it('name the credential that is missing', async () => {
    const { call } = await startWorkshop();
    expect((await call('GET', '/v2/tools', { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  });
});

describe('the sandbox', () => {
  it('removes a record and says so in the vendor’s words', async () => {
    const { call, twin } = await startWorkshop();
    const { status, json } = await call('DELETE', `/v2/tools/${twin.rows('tool')[0]?.uid}`);
    expect([status, json, twin.rows('tool').length]).toEqual([200, { message: 'ok' }, 6]);
  });

  it('names records on its page by all that makes their title', async () => {
    const { sandbox } = await startWorkshop();
    const table = (await (await fetch(`${sandbox.url}/_sandbox/workshop/records/tool`)).json()) as {
      columns: string[];
    };
    expect(table.columns.slice(0, 2)).toEqual(['Name', 'Maker']);
  });
});
