import { doubtAbout, labelOf, type Operation } from '@patchbay/core';
import type { INodePropertyOptions } from 'n8n-workflow';
import { operationValueOf } from './placement.ts';
import { sortedBy } from './widget.ts';
import { shownText, titleCase } from './wording.ts';

/** The words of a list's summary without the noun that the resource is called by, or without the first where it is not there. */
const wordsBeside = (words: readonly string[], label: string): string[] => {
  const noun = label.split(' ').at(-1)?.slice(0, -1).toLowerCase() ?? '';
  const more = words.findIndex((word) => /^(by|in|of|with)$|^\(/.test(word));
  const kind = more < 0 ? words : words.slice(0, more);
  const at = Math.max(
    0,
    kind.findIndex((word) => word.startsWith(noun)),
  );
  return words.filter((_, index) => index !== at);
};

/**
 * Name of an operation in its resource's menu. A `list` is "Get Many"; other lists say what sets them apart, taken from the
 * summary: "Get many cards of all collections" is "Get Many of All Collections", "Get many personal tasks" is "Get Many
 * Personal".
 */
const operationNameShown = ({ name, definition, custom, resource }: Operation): string => {
  if (name === 'list') return 'Get Many';
  if (custom) return titleCase(definition.summary);
  const words = /^Get many (.+)$/.exec(definition.summary)?.[1]?.split(' ') ?? [];
  const rest = wordsBeside(words, resource.label);
  return definition.returns === 'many' && rest.length > 0 ? titleCase(['Get Many', ...rest].join(' ')) : labelOf(name);
};

const remarksOn = ({ definition, vendor, requests }: Operation): string[] =>
  [
    requests !== undefined && `up to ${requests} requests`,
    definition.otherWayOf !== undefined && 'other way',
    definition.deprecated !== undefined && 'superseded',
    doubtAbout(definition.evidence, vendor),
  ].filter((remark) => typeof remark === 'string');

/** An operation as a choice: in its resource's menu, and as a short action in n8n's node panel. */
const operationOptionOf = (operation: Operation): INodePropertyOptions => {
  const { summary, description } = operation.definition;
  const action = summary.replace(/ with .*/, '');
  const said = description ?? (summary === action ? '' : summary);
  const remarks = remarksOn(operation);
  const text = said
    ? `${said}${remarks.map((remark) => ` (${remark})`).join('')}`
    : remarks.join('; ').replace(/^./, (first) => first.toUpperCase());
  return {
    name: operationNameShown(operation),
    value: operationValueOf(operation.name),
    action,
    ...(text && { description: shownText(text) }),
  };
};

/** The operations of a resource as a menu: by name, with those that are another way to the same end behind all others. */
export const operationOptions = (operations: readonly Operation[]): INodePropertyOptions[] => {
  const isOther = ({ definition }: Operation): boolean => definition.otherWayOf !== undefined;
  const sorted = (some: readonly Operation[]) => sortedBy(some.map(operationOptionOf), ({ name }) => name);
  return [...sorted(operations.filter((operation) => !isOther(operation))), ...sorted(operations.filter(isOther))];
};
