import { doubtAbout, labelOf, type Operation } from '@patchbay/core';
import type { INodePropertyOptions } from 'n8n-workflow';
import { operationValueOf } from './placement.ts';
import { titleCase } from './wording.ts';

/**
 * Name of an operation in its resource's menu. A `list` is "Get Many"; other lists say what sets them apart, taken from the
 * summary: "Get many cards of all collections" is "Get Many of All Collections".
 */
const operationNameShown = ({ name, definition }: Operation): string => {
  if (name === 'list') return 'Get Many';
  const rest = /^Get many \S+ (.+)$/.exec(definition.summary)?.[1];
  return definition.returns === 'many' && rest !== undefined ? titleCase(`Get Many ${rest}`) : labelOf(name);
};

const remarkOn = ({ definition, vendor }: Operation): string => {
  const remarks = [definition.deprecated && 'superseded', doubtAbout(definition.evidence, vendor)].filter(Boolean);
  return remarks.length > 0 ? ` (${remarks.join('; ')})` : '';
};

/** An operation as a choice: in its resource's menu, and as a short action in n8n's node panel. */
export const operationOptionOf = (operation: Operation): INodePropertyOptions => {
  const { summary, description } = operation.definition;
  const action = summary.replace(/ with .*/, '');
  const text = `${description ?? summary}${remarkOn(operation)}`;
  return {
    name: operationNameShown(operation),
    value: operationValueOf(operation.name),
    action,
    ...(text !== action && { description: text }),
  };
};
