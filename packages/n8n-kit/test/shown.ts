import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

const isShown = (property: INodeProperties, values: INodeParameters): boolean =>
  NodeHelpers.displayParameter({}, property, null, null, values);

/** The properties that n8n shows for an operation, by n8n's own judgement; without Authentication, which every form begins with. */
export const shownFor = (
  properties: readonly INodeProperties[],
  resource: string,
  operation: string,
): INodeProperties[] => {
  const values = { resource, operation, returnAll: false };
  const [, ...others] = properties;
  return others.filter((property) => NodeHelpers.displayParameter(values, property, null, null));
};

/** Their names; those of a collection with its name before them. */
export const namesShownFor = (properties: readonly INodeProperties[], resource: string, operation: string): string[] =>
  shownFor(properties, resource, operation).flatMap((property) =>
    property.type === 'collection'
      ? (property.options as INodeProperties[])
          .filter((option) => isShown(option, { resource, operation }))
          .map(({ name }) => `${property.name}.${name}`)
      : [property.name],
  );
