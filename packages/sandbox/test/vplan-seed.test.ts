import { operationsOf, vplan } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { start } from './harness.ts';

const tables = [...Object.keys(vplan.resources), 'label', 'status', 'address'];

/** What a twin holds, by table. Where its files are served differs from start to start. */
const made = ({ rows }: { rows(table: string): readonly Readonly<Record<string, unknown>>[] }) =>
  tables.map((table) => [table, rows(table).map(({ file: _, file_id: __, ...row }) => row)]);

describe('the factory of the vPlan twin', () => {
  it('is the same for the same seed, and another for another', async () => {
    const one = await start();
    const before = made(one.twin);
    expect(made((await start()).twin)).toEqual(before);
    expect(made((await start({ seed: 2 })).twin)).not.toEqual(before);
    const [card, user] = [one.twin.rows('card')[0]?.id ?? '', one.twin.rows('user')[0]?.id ?? ''];
    one.twin.act('bookTime', { card_id: card, user_id: user, minutes: '5' });
    expect(made(one.twin)).not.toEqual(before);
    one.twin.reset();
    expect(made(one.twin)).toEqual(before);
  });

  it('has records of every kind that can be listed, but those that only use brings', async () => {
    const { twin } = await start();
    const listed = [...operationsOf(vplan).values()].filter(
      ({ name, definition }) => name === 'list' && definition.returns === 'many',
    );
    const empty = listed.filter(({ resource }) => twin.rows(resource.name).length === 0);
    expect(empty.map(({ resource }) => resource.name).sort()).toEqual(['apiMessage', 'webhook']);
    expect(listed.length).toBeGreaterThan(20);
  });

  it('holds no record from the future, and no reference to nothing', async () => {
    const { twin, time } = await start();
    for (const { name, fields } of Object.values(vplan.resources))
      for (const row of twin.rows(name)) {
        if (typeof row.updated_at === 'string') expect(Date.parse(row.updated_at)).toBeLessThanOrEqual(time.now());
        for (const [field, { kind, to }] of Object.entries(fields as Record<string, { kind: string; to?: string }>)) {
          const value = row[field];
          if (kind === 'ref' && typeof value === 'string' && to && to in vplan.resources)
            expect([name, field, twin.rows(to).some(({ id }) => id === value)]).toEqual([name, field, true]);
        }
      }
  });

  it('answers each list with rows that have all fields of the definition', async () => {
    const { call, twin } = await start();
    const parents: Readonly<Record<string, string | undefined>> = {
      collection_id: twin.rows('collection')[0]?.id,
      card_id: twin.rows('card')[0]?.id,
      order_id: twin.rows('order')[0]?.id,
      resource_id: twin.rows('resource').find(({ name }) => name === 'Saw 2')?.id,
    };
    for (const { key, name, path, definition } of operationsOf(vplan).values()) {
      if (name !== 'list' || definition.returns !== 'many') continue;
      const target = path.replace(/\{(\w+)\}/g, (_, parameter: string) => parents[parameter] ?? '');
      const { status, json } = await call('GET', target);
      expect([key, status]).toEqual([key, 200]);
      if (['webhook.list', 'apiMessage.list'].includes(key)) continue;
      expect([key, json.data.length > 0]).toEqual([key, true]);
      expect([key, typeof json.data[0].id]).toEqual([key, 'string']);
    }
  });
});
