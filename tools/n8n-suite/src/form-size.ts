import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

const customCallResource = 'customCall';

/** Bytes of a value as n8n sends it to the editor. */
export const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const within = ({ type, options }: INodeProperties): readonly INodeProperties[] => {
  if (type === 'collection') return options as INodeProperties[];
  return type === 'fixedCollection' ? (options as INodePropertyCollection[]).flatMap(({ values }) => values) : [];
};

/** Properties of a form, with those in its collections. */
export const countOf = (properties: readonly INodeProperties[]): number =>
  properties.reduce((sum, property) => sum + 1 + countOf(within(property)), 0);

const isCustomCall = ({ displayOptions }: INodeProperties): boolean =>
  displayOptions?.show?.resource?.includes(customCallResource) === true;

/** Operations that the menus of a form offer, the custom call left out. */
export const operationsIn = (properties: readonly INodeProperties[]): number =>
  properties
    .filter((property) => property.name === 'operation' && !isCustomCall(property))
    .reduce((sum, { options = [] }) => sum + options.length, 0);
