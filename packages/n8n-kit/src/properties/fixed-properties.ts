import { hasSecrets, type Operation } from '@patchbay/core';
import type { INodeProperties } from 'n8n-workflow';

/** Reads all pages. */
export const returnAll: INodeProperties = {
  displayName: 'Return All',
  name: 'returnAll',
  type: 'boolean',
  default: false,
  description: 'Whether to return all results or only up to a given limit',
};

/** Rows at most, unless all are wanted. */
export const limit: INodeProperties = {
  displayName: 'Limit',
  name: 'limit',
  type: 'number',
  typeOptions: { minValue: 1 },
  default: 50,
  description: 'Max number of results to return',
};

/** Passes over rows, for workflows that read a long list in parts. */
export const offset: INodeProperties = {
  displayName: 'Offset',
  name: 'offset',
  type: 'number',
  typeOptions: { minValue: 0 },
  default: 0,
  description: 'Number of results to skip',
};

/** Shortens records to their most useful fields. */
export const simplify: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Where a file goes that an operation answers with. */
export const outputField: INodeProperties = {
  displayName: 'Put Output File in Field',
  name: 'outputField',
  type: 'string',
  default: 'data',
  required: true,
  description: 'Name of the output field to put the file in',
};

/** Hands out what definitions mark as secret. */
export const keepSecretFields: INodeProperties = {
  displayName: 'Keep Secret Fields',
  name: 'keepSecretFields',
  type: 'boolean',
  default: false,
  description: 'Whether to output fields that hold secrets, such as tokens, which are left out otherwise',
};

/** Whether an answer has fields that are left out unless they are asked for. */
export const hasSecretAnswer = ({ definition, resource }: Operation): boolean =>
  (definition.returns === 'one' || definition.returns === 'many') && hasSecrets(definition.row ?? resource.fields);

/** Whether the vendor lets rows be passed over: not where it numbers pages. */
export const isCounted = ({ definition, vendor, custom }: Operation): boolean => {
  const pagination = definition.pagination ?? vendor.pagination;
  return definition.returns === 'many' && !custom && pagination !== false && pagination.style === 'offset';
};

/** Whether the form asks how many rows are wanted. A custom call says so itself. */
export const isLimited = ({ definition, custom }: Operation): boolean => definition.returns === 'many' && !custom;
