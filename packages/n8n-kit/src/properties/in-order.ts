/**
 * Rows of items as one list in which the items of each row keep their order, as far as the rows agree on one. Items with the
 * same key stand together.
 */
export const inOrder = <Item>(rows: readonly (readonly Item[])[], keyFor: (item: Item) => string): Item[] => {
  const items = new Map<string, Item[]>();
  const before = new Map<string, Set<string>>();
  for (const row of rows)
    for (const [at, item] of row.entries()) {
      const key = keyFor(item);
      const same = items.get(key);
      if (same) same.push(item);
      else items.set(key, [item]);
      const known = before.get(key) ?? new Set();
      const previous = row[at - 1];
      if (previous !== undefined && keyFor(previous) !== key) known.add(keyFor(previous));
      before.set(key, known);
    }
  const ordered: Item[] = [];
  while (items.size > 0) {
    const isFirst = (key: string): boolean => [...(before.get(key) ?? [])].every((other) => !items.has(other));
    // Where rows contradict each other, the one that came first wins.
    const next = ([...items.keys()].find(isFirst) ?? items.keys().next().value) as string;
    ordered.push(...(items.get(next) ?? []));
    items.delete(next);
  }
  return ordered;
};
