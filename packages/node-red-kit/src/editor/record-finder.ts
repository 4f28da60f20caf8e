import type { Choices } from '@patchbay/core';
import type { TypedValue } from '../config.ts';
import type { EditorModel, FormField } from '../editor-model.ts';
import { accountContent, ask, type Problem } from './ask.ts';
import { byId } from './element.ts';
import { $, RED } from './red.ts';

/** The form around a field. */
export interface Around {
  readonly read: (name: string) => TypedValue | undefined;
  /** Shows a field that must be set first */
  readonly ask: (name: string) => void;
}

/**
 * How a field's record is found in a list, narrowed by what the form holds; `undefined` for a field without a list. The
 * account may be one that is not deployed yet.
 */
export const recordFinder = (
  model: EditorModel,
  field: FormField,
  { read, ask: show }: Around,
): ((query: string, after: string | undefined) => Promise<Choices | Problem>) | undefined => {
  const resource = field.kind === 'ref' ? field.to : field.kind === 'list' ? field.item?.to : undefined;
  const lookup = resource === undefined ? undefined : model.lookups[resource];
  if (!lookup) return undefined;
  const fixed = (given: TypedValue | undefined): string | undefined =>
    given && ['str', 'num'].includes(given.type) && given.value !== '' ? given.value : undefined;
  return async (query, after) => {
    const account = RED.nodes.node(String($(byId('node-input-account')).val()));
    if (!account) return { problem: `Choose a ${model.label} account first` };
    const names = [...lookup.needs, ...lookup.narrowedBy].filter((name) => name !== field.name);
    const values = Object.fromEntries(names.map((name) => [name, fixed(read(name))]));
    const missing = lookup.needs.find((name) => name !== field.name && values[name] === undefined);
    if (missing) {
      show(missing);
      return { problem: `Set ${missing} to a fixed value first: the list depends on it` };
    }
    return ask<Choices>(model, 'lookup', {
      account: accountContent(model, account),
      resource,
      query,
      after,
      values,
    });
  };
};
