import type { INodeProperties } from 'n8n-workflow';

/** An operation as the form's conditions name it. */
export interface Place {
  readonly resource: string;
  /** n8n's value of the operation */
  readonly operation: string;
}

/** A property and an operation that has it. */
export interface Shown extends Place {
  readonly property: INodeProperties;
}

type Condition = Partial<Record<'resource' | 'operation', string[]>>;

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
};

const distinct = (places: readonly Place[], part: keyof Place): string[] => {
  const found: string[] = [];
  for (const place of places) if (!found.includes(place[part])) found.push(place[part]);
  return found;
};

/** Resources that have the same operations share a condition: n8n's conditions name the two apart. */
const byResource = (places: readonly Place[]): Condition[] => {
  const resources = grouped(places, ({ resource }) => resource);
  return grouped(resources, (of) => of.map(({ operation }) => operation).join()).map((group) => ({
    resource: group.map(([first]) => (first as Place).resource),
    operation: distinct(group[0] ?? [], 'operation'),
  }));
};

const countByOperation = (places: readonly Place[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { operation } of places) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return counts;
};

/** Finds the fewest conditions that hold for some places and for no other one of `all`. */
const conditionsAmong = (all: readonly Place[]): ((places: readonly Place[]) => Condition[]) => {
  const total = countByOperation(all);
  const single = distinct(all, 'resource').length === 1;
  return (places) => {
    if (places.length === all.length) return [{}];
    if (single) return [{ operation: distinct(places, 'operation') }];
    const count = countByOperation(places);
    const isEverywhere = ({ operation }: Place): boolean => count.get(operation) === total.get(operation);
    const everywhere = distinct(places.filter(isEverywhere), 'operation');
    const others = places.filter((place) => !isEverywhere(place));
    const mixed = [...(everywhere.length > 0 ? [{ operation: everywhere }] : []), ...byResource(others)];
    const plain = byResource(places);
    return mixed.length < plain.length || others.length === 0 ? mixed : plain;
  };
};

/**
 * Equal properties of several operations as one with the conditions under which it is shown.
 * @param all the operations that the form, or the collection around these properties, is shown for
 * @param root put before the names in a condition: `/` within a collection
 */
export const share = (shown: readonly Shown[], all: readonly Place[], root = ''): INodeProperties[] => {
  const conditionsFor = conditionsAmong(all);
  const keys = new Map<INodeProperties, string>();
  const keyOf = ({ property }: Shown): string => {
    const key = keys.get(property) ?? JSON.stringify(property);
    keys.set(property, key);
    return key;
  };
  return grouped(shown, keyOf).flatMap((uses) =>
    conditionsFor(uses).map((condition) => {
      const show = Object.fromEntries(Object.entries(condition).map(([name, values]) => [`${root}${name}`, values]));
      const { property } = uses[0] as Shown;
      return Object.keys(show).length > 0 ? { ...property, displayOptions: { show } } : property;
    }),
  );
};
