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

test('wrong names do not compile', () => {
  const check = (client: Vplan): unknown[] => [
    // @ts-expect-error a board has no colour
    client.board.create({ name: 'n', colour: 'red' }),
    // @ts-expect-error the name is missing
    client.board.create({}),
    // @ts-expect-error not one of vPlan's colours
    client.board.create({ name: 'n', color: 'beige' }),
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
