import { operationsOf, type Vendor } from '@patchbay/core';
import { refusal } from '../../../api-error.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { relationTable } from './relation-table.ts';

const known = new WeakMap<Vendor, Map<string, ReadonlySet<string>>>();

const namesIn = (vendor: Vendor, resource: string): ReadonlySet<string> => {
  const suggested = [...operationsOf(vendor).values()]
    .filter((operation) => operation.resource.name === resource)
    .flatMap(({ definition }) => ('query' in definition ? (definition.query?.with?.suggestions ?? []) : []));
  return new Set([...suggested, ...Object.keys(relationTable[resource] ?? {})]);
};

/** Names that `with` takes for a resource: what its operations suggest, and what the twin fills. */
const relationNames = (vendor: Vendor, resource: string): ReadonlySet<string> => {
  const ofVendor = known.get(vendor) ?? new Map<string, ReadonlySet<string>>();
  known.set(vendor, ofVendor);
  const names = ofVendor.get(resource) ?? namesIn(vendor, resource);
  ofVendor.set(resource, names);
  return names;
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
    let table = resource;
    for (const name of path.split('.')) {
      if (!relationNames(vendor, table).has(name))
        throw refusal(
          400,
          `Relation not found: ${name}`,
          `A ${table || 'record of this kind'} has no relation ${name}`,
        );
      level[name] ??= emptyEmbeds();
      level = level[name] as Record<string, Embeds>;
      table = relationTable[table]?.[name]?.to ?? '';
    }
  }
  return embeds;
};

/** How related records are put into an answer. */
export interface Embedding {
  readonly twin: Twin;
  /** Told of the records of each relation before they are embedded; may refuse them */
  readonly count: (found: number) => void;
  /** Turns a record into what the vendor sends */
  readonly show: (row: Row, resource: string) => Readonly<Record<string, unknown>>;
}

/** The related records of a row under their names. */
export const embedded = (row: Row, resource: string, embeds: Embeds, embedding: Embedding): Record<string, unknown> => {
  const result: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(embeds)) {
    const relation = relationTable[resource]?.[name];
    // `time` of a card stands among its own fields.
    if (!relation) continue;
    const whole = (other: Row) => ({
      ...embedding.show(other, relation.to),
      ...embedded(other, relation.to, inner, embedding),
    });
    const found = relation.read(row, embedding.twin);
    embedding.count(Array.isArray(found) ? found.length : 1);
    if (Array.isArray(found)) result[name] = found.map(whole);
    else result[name] = found === null ? null : whole(found as Row);
  }
  return result;
};
