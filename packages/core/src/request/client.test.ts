import { expectTypeOf, test } from 'vitest';
import { type Client, createClient, defineResource, text, type vplan } from '../index.ts';

type Vplan = Client<typeof vplan>;

test('inputs and rows of the client follow from the definition', () => {
  expectTypeOf<Parameters<Vplan['card']['create']>[0]>().toExtend<{
    readonly collection_id: string;
    readonly name: string;
    readonly start_date?: string | null;
  }>();
  expectTypeOf<Awaited<ReturnType<Vplan['board']['get']>>['name']>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Awaited<ReturnType<Vplan['webhook']['delete']>>>().toEqualTypeOf<void>();
  expectTypeOf(createClient<typeof vplan>).returns.toEqualTypeOf<Vplan>();
});

test('what an update takes, waiting, and records as they were read, are given as they are', () => {
  const check = async (client: Vplan): Promise<unknown[]> => {
    const board = await client.board.get({ board_id: 'b', with: ['stages'] });
    return [
      client.board.update({ board_id: 'b', stages: board.stages ?? [] }),
      client.order.createOrUpdate({ external_ref: 'e', code: '1', remove_missing: true }),
      client.order.createOrUpdate({ external_ref: 'e', type: 'Sales', sub_type: 'web' }),
      client.collection.createOrUpdate({ external_ref: 'e', board_id: 'b', status: 'ignored' }),
      client.collection.moveToBoard({ collection_id: 'c', board_id: 'b', wait_for_cards: true, wait_seconds: 5 }),
    ];
  };
  expectTypeOf(check).toBeFunction();
});

test('wrong names do not compile', () => {
  const check = (client: Vplan): unknown[] => [
    // @ts-expect-error a board has no colour
    client.board.create({ name: 'n', colour: 'red' }),
    // @ts-expect-error the name is missing
    client.board.create({}),
    // @ts-expect-error not one of vPlan's colours
    client.board.create({ name: 'n', color: 'beige' }),
    // @ts-expect-error a stage has no nam
    client.board.create({ name: 'n', stages: [{ nam: 'Sawing' }] }),
    // @ts-expect-error a week has seven days
    client.board.create({ name: 'n', workdays: { 8: true } }),
    // @ts-expect-error its collection is missing
    client.card.createOrUpdate({ external_ref: 'e', name: 'n' }),
    // @ts-expect-error a card has no foo
    client.card.createOrUpdate({ external_ref: 'e', name: 'n', collection_id: 'c', foo_id: 'f' }),
    // @ts-expect-error the reference is what it is found by
    client.order.createOrUpdate({ code: '1' }),
  ];
  const define = () =>
    defineResource({
      name: 'thing',
      label: 'Thing',
      description: 'A thing',
      fields: { id: text('Identifier', { readOnly: true }), name: text('Name') },
      operations: {
        create: {
          route: 'POST /thing',
          summary: 'Create a thing',
          // @ts-expect-error a body takes fields that exist and that a caller may send
          body: { required: ['name', 'id'], optional: ['title'] },
          returns: 'one',
          evidence: 'inferred',
          source: 'test',
        },
      },
    });
  expectTypeOf(check).toBeFunction();
  expectTypeOf(define).toBeFunction();
});
