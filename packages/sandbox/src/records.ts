import type { Actor } from './rules.ts';
import type { Row } from './store.ts';
import type { Twin } from './twin.ts';

/** Writes records: identifiers, instants and events are taken care of. */
export interface Records {
  create(resource: string, values: Readonly<Record<string, unknown>>, actor: Actor): Row;
  /** Stores the values that differ; nothing happens when none does. */
  update(resource: string, id: string, values: Readonly<Record<string, unknown>>, actor: Actor): Row;
  remove(resource: string, id: string, actor: Actor): void;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Names of the fields that differ between two states of a record. */
export const changedNames = (before: Row, after: Row): string[] =>
  Object.keys(after).filter((name) => !same(before[name], after[name]));

/** A new record of a resource with every field of its definition, in its order; fields nobody gave are null. */
const complete = (twin: Twin, resource: string, values: Readonly<Record<string, unknown>>): Row => {
  const now = twin.scheduler.stamp();
  const { fields: defined = {}, key = 'id' } = twin.vendor.resources[resource] ?? {};
  const fields = Object.keys(defined);
  const nested = new Set(twin.rules.resources[resource]?.nested);
  const empty = fields.filter((name) => !nested.has(name)).map((name) => [name, null]);
  const stamps = { created_at: now, updated_at: now };
  const given = values.id ?? values[key];
  const id = typeof given === 'string' ? given : (twin.rules.newId?.(resource, twin.random) ?? twin.random.uuid());
  // The store knows records as `id`; where the vendor calls that otherwise, both are kept.
  return { ...Object.fromEntries(empty), ...stamps, ...values, [key]: id, id };
};

/** The writer of a twin's records. */
export const createRecords = (twin: Twin): Records => ({
  create(resource, values, actor) {
    const row = twin.store.put(resource, complete(twin, resource, values));
    twin.changed({ resource, kind: 'created', row, before: undefined, actor });
    return row;
  },
  update(resource, id, values, actor) {
    const before = twin.store.find(resource, id);
    if (!before) throw new Error(`There is no ${resource} ${id} to update`);
    const changed = changedNames(before, { ...before, ...values });
    if (changed.length === 0) return before;
    const unstamped = twin.rules.resources[resource]?.unstamped ?? [];
    const stamped = changed.some((name) => !unstamped.includes(name));
    const row = twin.store.put(resource, {
      ...before,
      ...values,
      ...(stamped && { updated_at: twin.scheduler.stamp() }),
    });
    twin.changed({ resource, kind: 'updated', row, before, actor });
    return row;
  },
  remove(resource, id, actor) {
    const row = twin.store.find(resource, id);
    if (!row) return;
    twin.store.drop(resource, id);
    twin.changed({ resource, kind: 'deleted', row, before: row, actor });
  },
});
