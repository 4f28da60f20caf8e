import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fakePorts } from '../../test/fake-ports.ts';
import { workshop } from '../../test/workshop.ts';
import { createClient, type Row, vplan } from '../index.ts';

const rows = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: `row-${index}` }));

const vendorWith = (all: readonly Row[]) =>
  fakePorts(({ url }) => {
    const query = new URL(url).searchParams;
    const offset = Number(query.get('offset'));
    const limit = Number(query.get('limit'));
    return { json: { count: all.length, limit, offset, data: all.slice(offset, offset + limit) } };
  });

const numbered = (all: readonly Row[]) =>
  fakePorts(({ url }) => {
    const query = new URL(url).searchParams;
    const size = Number(query.get('per_page'));
    const end = Number(query.get('page')) * size;
    return { json: { data: { jobs: all.slice(end - size, end) }, next_page: end < all.length ? 'more' : null } };
  });

const wholly = (all: readonly Row[]) => fakePorts([{ json: { data: all } }]);

describe('walking a list', () => {
  test('any length, page size and limit give the first rows in order with no request too many', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 25 }),
        fc.option(fc.nat(70), { nil: undefined }),
        async (length, pageSize, limit) => {
          const fake = vendorWith(rows(length));
          const options = { pageSize, ...(limit !== undefined && { limit }) };
          const got = await createClient(vplan, fake.ports).board.list({}, options).toArray();
          const wanted = Math.min(length, limit ?? length);
          expect(got).toEqual(rows(wanted));
          const fewest = limit === 0 ? 0 : Math.max(1, Math.ceil(wanted / pageSize));
          expect(fake.requests).toHaveLength(fewest);
        },
      ),
      { seed: 2026, numRuns: 300 },
    );
  });

  test('a row that slides into the next page is given once', async () => {
    const all = rows(6);
    const fake = fakePorts(({ url }, index) => {
      const offset = Number(new URL(url).searchParams.get('offset'));
      const now = index === 0 ? all : [{ id: 'new' }, ...all];
      return { json: { count: now.length, data: now.slice(offset, offset + 3) } };
    });
    const got = await createClient(vplan, fake.ports).board.list({}, { pageSize: 3 }).toArray();
    expect(got.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  test('a page that repeats ends the walk with an error', async () => {
    const fake = fakePorts([{ json: { count: 99, data: rows(3) } }]);
    const walk = createClient(vplan, fake.ports).board.list({}, { pageSize: 3 }).toArray();
    await expect(walk).rejects.toMatchObject({ code: 'ENDLESS_LIST' });
    expect(fake.requests.length).toBeLessThanOrEqual(10);
  });

  test('a walk goes on behind the cursor of an earlier page', async () => {
    const { board } = createClient(vplan, vendorWith(rows(5)).ports);
    for await (const first of board.list({}, { pageSize: 2 }).pages()) {
      const rest = await board.list({}, { after: first.next ?? '' }).toArray();
      expect(rest.map(({ id }) => id)).toEqual(['row-2', 'row-3', 'row-4']);
      break;
    }
  });

  test('rows in front are passed over, whether the vendor counts rows, numbers pages or sends all at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(40),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(45),
        fc.option(fc.nat(45), { nil: undefined }),
        async (length, pageSize, offset, limit) => {
          const options = { pageSize, offset, ...(limit !== undefined && { limit }) };
          const wanted = rows(length).slice(offset, offset + (limit ?? length));
          const lists = [
            createClient(vplan, vendorWith(rows(length)).ports).board.list({}, options),
            createClient(workshop, numbered(rows(length)).ports).job.list({}, options),
            createClient(workshop, wholly(rows(length)).ports).slot.list({ job_id: 'j' }, options),
          ];
          for (const list of lists)
            expect((await list.toArray()).map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
        },
      ),
      { seed: 2026, numRuns: 200 },
    );
  });

  test('the rows are counted by one small request where the vendor tells their number, else by reading them', async () => {
    const told = vendorWith(rows(250));
    expect(await createClient(vplan, told.ports).board.list({}, { limit: 3, offset: 9 }).count()).toBe(250);
    expect(told.requests.map(({ url }) => new URL(url).search)).toEqual(['?limit=1&offset=0']);
    expect(
      await createClient(workshop, numbered(rows(250)).ports)
        .job.list()
        .count(),
    ).toBe(250);
    expect(await createClient(vplan, vendorWith([]).ports).board.list().count()).toBe(0);
  });

  test.each([
    [{ limit: -1 }, 'limit'],
    [{ offset: 1.5 }, 'offset'],
    [{ pageSize: Number.NaN }, 'pageSize'],
    [{ pageSize: 0 }, 'pageSize'],
    [{ after: '-5' }, 'after'],
  ])('%j is refused before anything is sent', async (options, field) => {
    const fake = vendorWith([]);
    await expect(createClient(vplan, fake.ports).board.list({}, options).toArray()).rejects.toThrow(field);
    expect(fake.requests).toHaveLength(0);
  });
});
