import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError, operationOf, vplan } from '../index.ts';
import { baseUrlOf, buildRequest } from './build-request.ts';

const base = 'https://api.vplan.com/v1';
const build = (key: string, values: Record<string, unknown>) => buildRequest(operationOf(vplan, key), values, base);
const contentOf = (key: string, values: Record<string, unknown>): unknown =>
  JSON.parse(String(build(key, values).content));

describe('building a request', () => {
  test('no identifier changes the path, the query or the host', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.string({ unit: 'binary', minLength: 1 }),
        (one, two) => {
          let request: ReturnType<typeof build>;
          try {
            request = build('card.get', { collection_id: one, card_id: two });
          } catch (error) {
            return error instanceof InputError && (/^\.{0,2}$/.test(one) || /^\.{0,2}$/.test(two));
          }
          const address = new URL(request.url);
          const [collection, card, ...rest] = address.pathname.replace('/v1/collection/', '').split('/card/');
          return (
            address.origin === 'https://api.vplan.com' &&
            address.search === '' &&
            address.hash === '' &&
            rest.length === 0 &&
            decodeURIComponent(collection ?? '') === one &&
            decodeURIComponent(card ?? '') === two
          );
        },
      ),
      { seed: 2026, numRuns: 100_000 },
    );
  });

  test('every query value arrives as it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (filter) => {
        const address = new URL(build('board.list', { filter }).url);
        return address.searchParams.get('filter') === filter && [...address.searchParams.keys()].length === 1;
      }),
      { seed: 2026, numRuns: 5_000 },
    );
  });

  test.each([['.'], ['..'], ['']])('the identifier %j is refused, it would change the path', (board_id) => {
    expect(() => build('board.get', { board_id })).toThrow(/board_id must be an identifier/);
  });

  test('an empty list is not sent in a query', () => {
    expect(new URL(build('board.list', { show: [], hide: ['a', 'b'] }).url).search).toBe('?hide=a%2Cb');
  });

  test('nested records can be sent back as they were read: what only vPlan gives stays behind', () => {
    const stages = [{ id: 's1', name: 'Sawing', created_at: '2026-01-01T00:00:00Z', deleted_at: null, activities: [] }];
    const before = structuredClone(stages);
    expect(contentOf('board.update', { board_id: 'b', stages })).toEqual({
      stages: [{ id: 's1', name: 'Sawing', activities: [] }],
    });
    expect(stages).toEqual(before);
  });

  test('0, false, an empty text and null arrive, undefined does not', () => {
    expect(
      contentOf('card.update', { collection_id: 'c', card_id: 'k', description: '', start_date: null }),
    ).toMatchObject({
      description: '',
      start_date: null,
    });
    expect(contentOf('collection.moveToBacklog', { collection_id: 'c', position: 0 })).toEqual({ position: 0 });
    expect(contentOf('webhook.update', { webhook_id: 'w', active: false, description: undefined })).toEqual({
      active: false,
    });
  });

  test('a body without values is an empty object', () => {
    expect(build('collection.moveToBoard', { collection_id: 'c', board_id: 'b' }).content).toBe('{}');
  });

  test('nested records are kept unless the caller says otherwise', () => {
    expect(build('board.update', { board_id: 'b', name: 'n' }).url).toMatch(/\?update_without_delete_nested=true$/);
    expect(build('board.update', { board_id: 'b', update_without_delete_nested: false }).url).toMatch(/=false$/);
  });

  test('lists in a query are joined with commas', () => {
    expect(new URL(build('card.listAll', { with: ['stage', 'status'] }).url).searchParams.get('with')).toBe(
      'stage,status',
    );
  });

  test('__proto__ in an input is refused as an unknown field and changes nothing', () => {
    const input = JSON.parse('{"name":"n","__proto__":{"polluted":true}}') as Record<string, unknown>;
    expect(() => build('board.create', input)).toThrow(/__proto__ is not a field/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('one error names every field at fault', () => {
    const build = () =>
      buildRequest(operationOf(vplan, 'card.create'), { start_date: '2026-02-30', labels: 'x', colour: 'red' }, base);
    expect(build).toThrow(InputError);
    try {
      build();
    } catch (error) {
      expect((error as InputError).issues.map(({ field }) => field)).toEqual([
        'collection_id',
        'name',
        'start_date',
        'labels',
        'colour',
      ]);
      expect((error as InputError).code).toBe('INPUT');
    }
  });
});

describe('the base URL', () => {
  test('loses the slash at its end', () => {
    expect(baseUrlOf('http://127.0.0.1:4810/vplan/v1/')).toBe('http://127.0.0.1:4810/vplan/v1');
  });

  test.each([
    ['', 'must be an address'],
    ['ftp://example.com', 'must start with https://'],
    ['https://user:word@example.com', 'must not have a user name'],
    ['https://example.com/?key=1', 'must not have a user name, query'],
  ])('%j is refused', (given, reason) => {
    expect(() => baseUrlOf(given)).toThrow(reason);
  });
});
