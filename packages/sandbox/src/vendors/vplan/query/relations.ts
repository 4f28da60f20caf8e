import { operationsOf, type Vendor } from '@patchbay/core';
import { refusal } from '../../../api-error.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';

/** How records of one kind reach those of another. */
interface Relation {
  /** Table of the related records */
  readonly to: string;
  readonly read: (row: Row, twin: Twin) => readonly Row[] | Row | null;
}

const many = (to: string, key: string): Relation => ({
  to,
  read: (row, { store }) => store.rows(to).filter((other) => other[key] === row.id),
});
const one = (to: string, key: string): Relation => ({ to, read: (row, { store }) => store.find(to, row[key]) ?? null });
const linked = (to: string, field: string): Relation => ({
  to,
  read: (row, { store }) => {
    const links = Array.isArray(row[field]) ? (row[field] as { id: string }[]) : [];
    return links.flatMap(({ id }) => store.find(to, id) ?? []);
  },
});

/** Relations that the twin fills; the others of the definition's suggestions are known, but empty. */
const relations: Readonly<Record<string, Readonly<Record<string, Relation>>>> = {
  board: {
    stages: many('stage', 'board_id'),
    labels: many('label', 'board_id'),
    statuses: many('status', 'board_id'),
    collections: many('collection', 'board_id'),
    cards: many('card', 'board_id'),
  },
  collection: { cards: many('card', 'collection_id'), labels: linked('label', 'labels') },
  card: {
    collection: one('collection', 'collection_id'),
    stage: one('stage', 'stage_id'),
    status: one('status', 'status_id'),
    labels: linked('label', 'labels'),
  },
};

// A collection belongs to at most one order; all other empty relations are lists.
const emptyRelation = (name: string): readonly Row[] | null => (name === 'order' ? null : []);

/** Names that `with` takes for a resource: what its operations suggest, and what the twin fills. */
export const relationNames = (vendor: Vendor, resource: string): ReadonlySet<string> => {
  const suggested = [...operationsOf(vendor).values()]
    .filter((operation) => operation.resource.name === resource)
    .flatMap(({ definition }) => definition.query?.with?.suggestions ?? []);
  return new Set([...suggested, ...Object.keys(relations[resource] ?? {})]);
};

/** Fields that only come with their relation. `time` is both: a card shows its estimate without being asked. */
export const isEmbeddedOnly = (vendor: Vendor, resource: string, name: string): boolean =>
  name !== 'time' && relationNames(vendor, resource).has(name);

/** Relations to embed, each with those to embed into it. */
export interface Embeds {
  readonly [name: string]: Embeds;
}

// Without a prototype, `__proto__` is a name like any other.
const emptyEmbeds = (): Record<string, Embeds> => Object.create(null) as Record<string, Embeds>;

/**
 * Reads `with`: names of relations, a dot goes one level deeper.
 * @throws ApiError 400 for a name that the resource does not have
 */
export const readEmbeds = (vendor: Vendor, resource: string, names: readonly string[]): Embeds => {
  const embeds = emptyEmbeds();
  for (const path of names) {
    let level = embeds;
    let table: string | undefined = resource;
    for (const name of path.split('.')) {
      // What a record of an unknown kind is related to, the twin cannot tell.
      if (table && !relationNames(vendor, table).has(name))
        throw refusal(400, `Relation not found: ${name}`, `A ${table} has no relation ${name}`);
      level[name] ??= emptyEmbeds();
      level = level[name] as Record<string, Embeds>;
      table = table && relations[table]?.[name]?.to;
    }
  }
  return embeds;
};

/** The related records of a row under their names. `show` turns each of them into what the vendor sends. */
export const embedded = (
  row: Row,
  resource: string,
  embeds: Embeds,
  twin: Twin,
  show: (row: Row, resource: string) => Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const result: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(embeds)) {
    const relation = relations[resource]?.[name];
    const whole = (other: Row, to: string) => ({ ...show(other, to), ...embedded(other, to, inner, twin, show) });
    const found = relation?.read(row, twin);
    if (name === 'time' && !relation) continue;
    if (!relation || found === undefined) result[name] = emptyRelation(name);
    else if (Array.isArray(found)) result[name] = found.map((other: Row) => whole(other, relation.to));
    else result[name] = found === null ? null : whole(found as Row, relation.to);
  }
  return result;
};
