import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Hosts, onTab, sink, startHosts, vplanNode } from './hosts.ts';

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts();
});
afterAll(() => hosts.close());

const list = { resource: 'collection', operation: 'list' };
const condition = (field: string, operator: string, type: string, value: string) => ({
  field,
  operator,
  value: { type, value },
});
const before = condition('due_date', 'lt', 'msg', 'day');
const planned = condition('status', 'eq', 'flow', 'status');
const named = condition('name', 'contains', 'jsonata', '$lowercase(part)');
const saved = {
  match: 'any',
  conditions: [
    { match: 'all', conditions: [planned, before] },
    { match: 'any', not: true, conditions: [named] },
  ],
};
const nested = {
  any: [
    {
      all: [
        { field: 'status', operator: 'eq', value: 'planned' },
        { field: 'due_date', operator: 'lt', value: '2026-12-10' },
      ],
    },
    { any: [{ field: 'name', operator: 'contains', value: 'a' }], not: true },
  ],
};
const message = { day: '2026-12-10', status: 'planned', part: 'A' };

it('(a and b) or not (c) is put together with values from everywhere, and finds what it says', async () => {
  const remember = { rules: [{ t: 'set', p: 'status', pt: 'flow', to: 'status', tot: 'msg' }] };
  await hosts.deploy([
    onTab('remember', 'change', remember, [['node']]),
    vplanNode('node', { ...list, fields: { filter: { type: 'conditions', value: JSON.stringify(saved) } } }, [
      ['sink'],
    ]),
    sink('sink'),
  ]);
  hosts.nodeRed.forget();
  hosts.nodeRed.send('remember', message);
  const { payload } = await hosts.nodeRed.waitFor('the rows', () => hosts.nodeRed.messagesAt('sink')[0]);
  const text = hosts.vplan.requests.at(-1)?.query.filter;
  expect(text).toBe('(status:eq:planned,and,due_date:lt:2026-12-10),or,(name:not:contains:a)');

  const all = hosts.vplan.rows('collection');
  const expected = all.filter(
    ({ name, status, due_date }) =>
      (status === 'planned' && due_date !== null && String(due_date) < '2026-12-10') || !/a/i.test(String(name)),
  );
  expect((payload as { id: string }[]).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(all.length);

  const { messages } = await hosts.run({
    ...list,
    fields: { filter: { type: 'json', value: JSON.stringify(nested) } },
  });
  expect(hosts.vplan.requests.at(-1)?.query.filter).toBe(text);
  expect(messages[0]?.payload).toEqual(payload);
});

it('a quote in a value of a group is refused with its place and the reason', async () => {
  const quoted = { match: 'all', conditions: [{ match: 'any', conditions: [condition('name', 'eq', 'str', "it's")] }] };
  const fields = { filter: { type: 'conditions', value: JSON.stringify(quoted) } };
  const { caught } = await hosts.run({ ...list, fields });
  expect(caught?.error.code).toBe('INPUT');
  expect(caught?.error.message).toContain("filter condition 1.1 on name must not have a '");
});

it('a value from the message is held to the field that it is compared with', async () => {
  const before = hosts.vplan.requests.length;
  const unset = condition('name', 'contains', 'flow', 'nothing');
  const compared = { match: 'all', conditions: [condition('due_date', 'lt', 'msg', 'day'), unset] };
  const fields = { filter: { type: 'conditions', value: JSON.stringify(compared) } };
  const { caught } = await hosts.run({ ...list, fields }, { day: 'soon' });
  expect(caught?.error.code).toBe('INPUT');
  expect(caught?.error.message).toContain('filter condition 1 on due_date must be a day as YYYY-MM-DD, but is "soon"');
  expect(caught?.error.message).toContain('condition 2 on name has no value');
  expect(hosts.vplan.requests).toHaveLength(before);
});
