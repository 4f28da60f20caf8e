import type { Operation } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';
import { conditionsAmong, type FindConditions, type Place } from './conditions.ts';
import { hasSecretAnswer, isCounted, keepSecretFields, offset } from './fixed-properties.ts';
import type { Offer } from './group-offers.ts';
import { groupsOf } from './grouping.ts';
import { inputProperties } from './input-property.ts';
import { type Collection, collectionOf, parameterOf, placeOf, tierOf } from './placement.ts';
import { keyOf, type Shown, share } from './share.ts';
import { sortedBy } from './widget.ts';

const titles: Readonly<Record<Collection, readonly [displayName: string, placeholder: string]>> = {
  fields: ['Fields', 'Add Field'],
  options: ['Options', 'Add Option'],
};

/** What a collection offers for one operation. */
const propertiesIn = (name: Collection, operation: Operation): INodeProperties[] => {
  const inputs = operation.inputs.filter((input) => !input.field.deprecated && collectionOf(operation, input) === name);
  const properties = inputs.flatMap((input) => inputProperties(operation, input, parameterOf(input)));
  if (name === 'fields') return properties;
  return [
    ...properties,
    ...(isCounted(operation) ? [offset] : []),
    ...(hasSecretAnswer(operation) ? [keepSecretFields] : []),
  ];
};

const collectionFor = (name: Collection, offers: readonly Offer[], properties: readonly INodeProperties[]): Shown[] => {
  const places = offers.map(({ resource, operation }): Place => ({ resource, operation }));
  const shown = offers.flatMap(({ resource, operation, properties: offered }) =>
    offered.map((each): Shown => ({ resource, operation, property: properties[each] as INodeProperties })),
  );
  const [displayName, placeholder] = titles[name];
  const property: INodeProperties = {
    displayName,
    name,
    type: 'collection',
    placeholder,
    default: {},
    options: sortedBy(share(shown, conditionsAmong(places), '/'), (option) => option.displayName),
  };
  return places.map((place) => ({ ...place, property }));
};

/** The collections of one name in a form: what they offer for which operation, and which operations share one. */
export interface CollectionGroups {
  readonly name: Collection;
  /** Tells it apart from those of other forms */
  readonly key: string;
  readonly offers: readonly Offer[];
  readonly properties: readonly INodeProperties[];
  readonly groups: readonly (readonly Offer[])[];
}

const bytesOf = (properties: readonly INodeProperties[]): number => JSON.stringify(properties).length;

/**
 * Which operations share the collections of a form.
 * @param conditionsFor finds conditions among these operations
 */
export const collectionGroups = (all: readonly Operation[], conditionsFor: FindConditions): CollectionGroups[] =>
  (['fields', 'options'] as const).map((name) => {
    const numbers = new Map<string, number>();
    const properties: INodeProperties[] = [];
    const sizes: number[] = [];
    const numberOf = (property: INodeProperties): number => {
      const key = keyOf(property);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, properties.length);
      properties.push(property);
      sizes.push(key.length);
      return properties.length - 1;
    };
    const offers = all
      .map((operation): Offer => ({ ...placeOf(operation), properties: propertiesIn(name, operation).map(numberOf) }))
      .filter((offer) => offer.properties.length > 0);
    const [first] = all;
    const key = first ? `${first.vendor.name} ${tierOf(first)} ${name}` : name;
    const costOf = (group: readonly Offer[]): number =>
      bytesOf(share(collectionFor(name, group, properties), conditionsFor));
    const groups = groupsOf({ key, offers, sizes, all: all.map(placeOf), costOf });
    return { key, name, offers, groups, properties };
  });

/**
 * The collections of a form. Which operations share one is a matter of size alone: each operation sees its own inputs in it,
 * whoever else uses it.
 */
export const collections = (all: readonly Operation[], conditionsFor: FindConditions): INodeProperties[] =>
  share(
    collectionGroups(all, conditionsFor).flatMap(({ name, groups, properties }) =>
      groups.flatMap((group) => collectionFor(name, group, properties)),
    ),
    conditionsFor,
  );
