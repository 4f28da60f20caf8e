import { vplan as definition, type Input, type Operation, operationsOf } from '@patchbay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixed, type Hosts, startHosts } from './hosts.ts';

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts();
});
afterAll(() => hosts.close());

const operations = [...operationsOf(definition).values()];

const makeWebhook = async (): Promise<void> => {
  const { messages } = await hosts.run({
    resource: 'webhook',
    operation: 'create',
    fields: { url: fixed('http://127.0.0.1:9/hook'), event_types: fixed('card.created,card.updated') },
  });
  expect(messages).toHaveLength(1);
};

const idFor = (name: string): unknown => {
  const [card] = hosts.vplan.rows('card');
  const known: Record<string, unknown> = { card_id: card?.id, collection_id: card?.collection_id };
  return known[name] ?? hosts.vplan.rows(name.replace(/_id$/, ''))[0]?.id;
};

const valueFor = (input: Input): unknown => {
  if (input.field.kind === 'ref') return idFor(input.name);
  return input.required || ['name', 'sort', 'show', 'description', 'due_date', 'start'].includes(input.name)
    ? input.field.example
    : undefined;
};

const fieldsFor = (operation: Operation) =>
  Object.fromEntries(
    operation.inputs.flatMap((input) => {
      const value = input.name === 'show' || input.field.deprecated ? undefined : valueFor(input);
      return value === undefined ? [] : [[input.name, fixed(value)]];
    }),
  );

describe('every operation', () => {
  it.each(operations.map((operation) => [operation.key, operation] as const))(
    '%s answers through the node',
    async (key, operation) => {
      hosts.vplan.reset();
      if (operation.resource.name === 'webhook') await makeWebhook();
      const { resource, name, method, definition: details } = operation;
      const { messages, caught } = await hosts.run({
        resource: resource.name,
        operation: name,
        fields: fieldsFor(operation),
      });
      expect(caught?.error).toBeUndefined();
      expect(messages).toHaveLength(1);
      const sent = hosts.vplan.requests.find((request) => request.operation === key);
      expect(sent).toMatchObject({ method, status: expect.toSatisfy((status: number) => status < 300) });
      const payload = messages[0]?.payload;
      if (details.returns === 'many')
        expect(payload).toEqual(expect.arrayContaining([expect.objectContaining({ id: expect.any(String) })]));
      else if (details.returns === 'nothing') expect(payload).toEqual({});
      else if (key === 'me.get') expect(payload).toMatchObject({ type: expect.any(String) });
      else expect(payload).toMatchObject({ id: expect.any(String) });
    },
  );
});

it('an update that vPlan answers with nothing gives the record as it is afterwards', async () => {
  hosts.vplan.reset();
  const id = String(hosts.vplan.rows('board')[0]?.id);
  const { messages } = await hosts.run({
    resource: 'board',
    operation: 'update',
    fields: { board_id: fixed(id), name: fixed('Doors') },
  });
  expect(messages[0]?.payload).toMatchObject({ id, name: 'Doors' });
});
