import type { INodeProperties } from 'n8n-workflow';

const customCallResource = 'customCall';

/** Bytes of a value as n8n sends it to the editor. */
export const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Properties with those in collections; entries of other nested forms are not counted, which is the stricter way. */
export const countOf = (properties: readonly INodeProperties[]): number =>
  properties.reduce(
    (sum, { type, options }) => sum + 1 + (type === 'collection' ? countOf(options as INodeProperties[]) : 0),
    0,
  );

const isCustomCall = ({ displayOptions }: INodeProperties): boolean =>
  displayOptions?.show?.resource?.includes(customCallResource) === true;

/** Operations that the menus of a form offer, the custom call left out. */
export const operationsIn = (properties: readonly INodeProperties[]): number =>
  properties
    .filter((property) => property.name === 'operation' && !isCustomCall(property))
    .reduce((sum, { options = [] }) => sum + options.length, 0);
