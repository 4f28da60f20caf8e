import type { AuthScheme, Vendor } from '@patchbay/core';
import type { INode, INodeProperties } from 'n8n-workflow';

const parameter = 'authentication';

const schemesOf = ({ auth }: Vendor): AuthScheme[] => Object.values(auth);

/** Which credential a node uses. The first scheme is the default: workflows that were made before there was a choice keep it. */
export const authenticationProperty = (vendor: Vendor): INodeProperties => ({
  displayName: 'Authentication',
  name: parameter,
  type: 'options',
  noDataExpression: true,
  options: schemesOf(vendor).map(({ label, name }) => ({ name: label, value: name })),
  default: schemesOf(vendor)[0]?.name ?? '',
});

/** The scheme that a node's form says. */
export const schemeOf = (vendor: Vendor, { parameters = {} }: Pick<INode, 'parameters'>): AuthScheme => {
  const schemes = schemesOf(vendor);
  return schemes.find(({ name }) => name === parameters[parameter]) ?? (schemes[0] as AuthScheme);
};
