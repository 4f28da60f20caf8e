import type { INodeProperties } from 'n8n-workflow';
import type { FindConditions, Place } from './conditions.ts';

/** A property and an operation that has it. */
export interface Shown extends Place {
  readonly property: INodeProperties;
}

const keys = new WeakMap<INodeProperties, string>();

/** What a property is, as text: two with the same one are one. */
export const keyOf = (property: INodeProperties): string => {
  const known = keys.get(property);
  if (known !== undefined) return known;
  const key = JSON.stringify(property);
  keys.set(property, key);
  return key;
};

/** Items with the same key together, in the order of their first. */
const grouped = <Item>(items: readonly Item[], keyFor: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyFor(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
};

/**
 * Equal properties of several operations as one with the conditions under which it is shown.
 * @param conditionsFor finds conditions among the operations that the form, or the collection around these, is shown for
 * @param root put before the names in a condition: `/` within a collection
 */
export const share = (shown: readonly Shown[], conditionsFor: FindConditions, root = ''): INodeProperties[] =>
  grouped(shown, ({ property }) => keyOf(property)).flatMap((uses) => {
    const { property } = uses[0] as Shown;
    return conditionsFor(uses).map((condition) => {
      const show = Object.fromEntries(Object.entries(condition).map(([name, values]) => [`${root}${name}`, values]));
      return Object.keys(show).length > 0 ? { ...property, displayOptions: { show } } : property;
    });
  });
