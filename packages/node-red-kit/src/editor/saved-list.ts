import type { SortKey } from '@patchbay/core';
import { isSavedGroup, type SavedCondition, type SavedConditions, type TypedValue } from '../config.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Conditions that the form saved; none for anything else. */
export const conditionsIn = ({ type, value }: TypedValue): SavedConditions => {
  const found = type === 'conditions' ? (parsed(value) as Partial<SavedConditions> | undefined) : undefined;
  const { match, not, conditions = [] } = found ?? {};
  return { match: match === 'any' ? 'any' : 'all', ...(not && { not }), conditions };
};

/** The order that the form saved; none for anything else. */
export const orderIn = ({ type, value }: TypedValue): readonly SortKey[] => {
  const found = type === 'order' ? parsed(value) : undefined;
  return Array.isArray(found) ? (found as SortKey[]) : [];
};

const singlesIn = ({ conditions }: SavedConditions): SavedCondition[] =>
  conditions.flatMap((entry) => (isSavedGroup(entry) ? singlesIn(entry) : entry));

const hasEmptyGroup = ({ conditions }: SavedConditions): boolean =>
  conditions.some((entry) => isSavedGroup(entry) && (entry.conditions.length === 0 || hasEmptyGroup(entry)));

/** What is wrong with conditions or an order that were put together in the form; `undefined` when nothing is. */
export const listProblem = (given: TypedValue): string | undefined => {
  if (given.type === 'order') {
    const keys = orderIn(given);
    if (keys.length === 0) return 'has no field yet';
    return keys.some(({ field }) => field === '') ? 'has a row without a field' : undefined;
  }
  const saved = conditionsIn(given);
  if (saved.conditions.length === 0) return 'has no condition yet';
  if (hasEmptyGroup(saved)) return 'has a group without a condition';
  const singles = singlesIn(saved);
  if (singles.some(({ field }) => field === '')) return 'has a condition without a field';
  const empty = singles.find(({ value }) => value.value === '' && value.type !== 'str' && value.type !== 'date');
  return empty && `has a condition on ${empty.field} without a value`;
};

const places = ['msg', 'flow', 'global'];

const conditionWords = ({ field, operator, not, value: { type, value } }: SavedCondition): string => {
  const shown = type === 'str' ? value : places.includes(type) ? `${type}.${value}` : value || type;
  return `${field || '…'} ${not ? 'not ' : ''}${operator} ${shown}`;
};

/** Conditions as a sentence, groups in brackets. */
export const conditionsSummary = ({ match, not, conditions }: SavedConditions): string => {
  const words = conditions.map((entry) => {
    if (!isSavedGroup(entry)) return conditionWords(entry);
    return entry.not ? conditionsSummary(entry) : `(${conditionsSummary(entry)})`;
  });
  const joined = words.join(match === 'any' ? ' or ' : ' and ');
  return not ? `not (${joined})` : joined;
};

/** Such a value in a few words. */
export const listSummary = (type: string, value: string): string => {
  if (type === 'order')
    return orderIn({ type, value })
      .map(({ field, direction }) => `${field || '…'} ${direction === 'desc' ? '↓' : '↑'}`)
      .join(', ');
  return conditionsSummary(conditionsIn({ type, value }));
};
