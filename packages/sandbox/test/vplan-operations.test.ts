import { type Field, type Operation, operationsOf, vplan } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { start } from './harness.ts';

type Started = Awaited<ReturnType<typeof start>>;
type Row = Readonly<Record<string, unknown>>;

// Composites have no route, and files travel in forms, which have tests of their own.
const operations = [...operationsOf(vplan).values()].filter(
  ({ composite, inputs }) => !composite && !inputs.some(({ field }) => field.kind === 'file'),
);

/** A record whose parents are records too: the card that has a checklist, the order that has rows. */
const recordFor = ({ resource }: Operation, { twin }: Started): Row | undefined =>
  // A planned collection cannot be ignored, as the example of its status wants.
  twin.rows(resource.name).find(({ status }) => status === 'not_planned') ?? twin.rows(resource.name)[0];

const inputFor = (name: string, field: Field, own: Row | undefined, started: Started): unknown => {
  const { twin } = started;
  const [board] = twin.rows('board');
  const ofBoard = (table: string) => twin.rows(table).find(({ board_id }) => board_id === (own?.board_id ?? board?.id));
  if (field.to === 'boardStatus' || field.to === 'cardStatus') return ofBoard('status')?.id;
  if (field.to === 'stage') return ofBoard('stage')?.id;
  if (field.to === 'collectionField' || field.to === 'cardField') return 'Glass';
  if (field.to && typeof own?.[name] === 'string') return own[name];
  if (field.to === 'card')
    return twin.rows('card').find(({ collection_id }) => collection_id === own?.collection_id)?.id;
  if (field.to) return twin.rows(field.to)[0]?.id;
  return field.example;
};

/** The path of an operation with a record's own identifiers in it. */
const targetOf = (operation: Operation, started: Started): string => {
  const own = recordFor(operation, started);
  const parameters = operation.inputs.filter(({ place }) => place === 'path');
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const { field } = parameters.find((one) => one.name === name) ?? {};
    const isOwn = field?.to === operation.resource.name;
    const value = isOwn ? own?.id : field && inputFor(name, field, own, started);
    return encodeURIComponent(String(value));
  });
};

const bodyOf = (operation: Operation, started: Started): Record<string, unknown> => {
  const own = recordFor(operation, started);
  const given = operation.inputs
    .filter(({ place, required, field }) => place === 'body' && (required || !field.deprecated))
    .map(({ name, field }) => [name, inputFor(name, field, own, started)])
    .filter(([name, value]) => value !== undefined && name !== 'duration' && name !== 'address_id');
  return Object.fromEntries(given);
};

const queryOf = (operation: Operation): string =>
  operation.inputs
    .filter(({ place, required }) => place === 'query' && required)
    .map(({ name, field }) => `${name}=${encodeURIComponent(String(field.example))}`)
    .join('&');

const allowHosts = ['example.com'];

describe('the vPlan twin', () => {
  it.each(operations.map((operation) => [operation.key, operation] as const))(
    'does %s with the examples of its definition',
    async (key, operation) => {
      const started = await start({ allowHosts });
      const { call, sandbox } = started;
      if (operation.resource.name === 'webhook')
        await call('POST', '/webhook', { body: { url: 'http://127.0.0.1:9/x', event_types: ['card.created'] } });
      const hasBody = operation.inputs.some(({ place }) => place === 'body');
      const answer = await call(operation.method, `${targetOf(operation, started)}?${queryOf(operation)}`, {
        ...(hasBody && { body: bodyOf(operation, started) }),
      });
      expect([key, answer.status, answer.json?.errors]).toEqual([
        key,
        expect.toSatisfy((status) => status < 300),
        undefined,
      ]);
      await sandbox.settle();
    },
  );
});
