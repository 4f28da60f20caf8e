import type { Choices } from '@patchbay/core';
import type { TypedValue } from '../config.ts';
import type { EditorModel, FormField, FormLookup } from '../editor-model.ts';
import { accountContent, ask, isProblem, type Problem } from './ask.ts';
import { byId } from './element.ts';
import type { Found } from './pick-list.ts';
import { $, RED } from './red.ts';

/** The form around a field. */
export interface Around {
  readonly read: (name: string) => TypedValue | undefined;
  /** Shows a field that must be set first */
  readonly ask: (name: string) => void;
  /** What a field is called, `undefined` for one that the form does not have */
  readonly labelOf: (name: string) => string | undefined;
}

/** A field, as far as it tells which record it points to. */
export type Reference = Pick<FormField, 'name' | 'kind' | 'to' | 'item'>;

const targetOf = ({ kind, to, item }: Reference): string | undefined =>
  kind === 'ref' ? to : kind === 'list' ? item?.to : undefined;

const lookupOf = ({ lookups }: EditorModel, field: Reference): FormLookup | undefined => lookups[targetOf(field) ?? ''];

/** The value that a field is fixed to; a list cannot be narrowed by one that only a message has. */
export const fixedValue = (given: TypedValue | undefined): string | undefined =>
  given && ['str', 'num'].includes(given.type) && given.value !== '' ? given.value : undefined;

/** Names of the fields that narrow down the list of a field's records. */
export const narrowingOf = (model: EditorModel, field: Reference): string[] => {
  const { needs = [], narrowedBy = [], instead = {} } = lookupOf(model, field) ?? {};
  return [...needs, ...narrowedBy, ...Object.values(instead).flat()].filter((name) => name !== field.name);
};

/** Whether a list needs nothing from the form. */
export const standsAlone = (model: EditorModel, field: Reference): boolean =>
  lookupOf(model, field)?.needs.length === 0;

const haveLikes = ({ choices }: Choices): boolean => new Set(choices.map(({ title }) => title)).size < choices.length;

/**
 * How a field's record is found in a list, narrowed by what the form holds; `undefined` for a field without a list. The
 * account may be one that is not deployed yet.
 */
export const recordFinder = (
  model: EditorModel,
  field: Reference,
  { read, ask: show, labelOf }: Around,
): ((query: string, after: string | undefined) => Promise<Found | Problem>) | undefined => {
  const lookup = lookupOf(model, field);
  if (!lookup) return undefined;
  return async (query, after) => {
    const account = RED.nodes.node(String($(byId('node-input-account')).val()));
    if (!account) return { problem: `Choose a ${model.label} account first` };
    const values = Object.fromEntries(narrowingOf(model, field).map((name) => [name, fixedValue(read(name))]));
    const isOpen = (name: string): boolean => values[name] === undefined;
    const missing = lookup.needs.find(
      (name) => name !== field.name && isOpen(name) && (lookup.instead?.[name]?.some(isOpen) ?? true),
    );
    if (missing) {
      const ways = [...(lookup.instead?.[missing] ?? []), missing].filter((name) => labelOf(name) !== undefined);
      show(ways[0] ?? missing);
      const named = ways.map(labelOf).join(' or ') || missing;
      return { problem: `Set ${named} to a fixed value first: the list depends on it` };
    }
    const answer = await ask<Choices>(model, 'lookup', {
      account: accountContent(model, account),
      resource: targetOf(field),
      query,
      after,
      values,
    });
    const unset = Object.keys(values).flatMap((name) => (values[name] === undefined ? (labelOf(name) ?? []) : []));
    if (isProblem(answer) || unset.length === 0 || !haveLikes(answer)) return answer;
    return { ...answer, note: `Some are called alike: set ${unset.join(', ')} to see fewer` };
  };
};
