import type { SortKey } from '@patchbay/core';
import type { SavedConditions, TypedValue } from '../config.ts';

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
  return { match: found?.match === 'any' ? 'any' : 'all', conditions: found?.conditions ?? [] };
};

/** The order that the form saved; none for anything else. */
export const orderIn = ({ type, value }: TypedValue): readonly SortKey[] => {
  const found = type === 'order' ? parsed(value) : undefined;
  return Array.isArray(found) ? (found as SortKey[]) : [];
};

/** What is wrong with conditions or an order that were put together in the form; `undefined` when nothing is. */
export const listProblem = (given: TypedValue): string | undefined => {
  if (given.type === 'order') {
    const keys = orderIn(given);
    if (keys.length === 0) return 'has no field yet';
    return keys.some(({ field }) => field === '') ? 'has a row without a field' : undefined;
  }
  const { conditions } = conditionsIn(given);
  if (conditions.length === 0) return 'has no condition yet';
  if (conditions.some(({ field }) => field === '')) return 'has a condition without a field';
  const empty = conditions.find(({ value }) => value.value === '' && value.type !== 'str' && value.type !== 'date');
  return empty && `has a condition on ${empty.field} without a value`;
};

/** Such a value in a few words. */
export const listSummary = (type: string, value: string): string => {
  if (type === 'order')
    return orderIn({ type, value })
      .map(({ field, direction }) => `${field || '…'} ${direction === 'desc' ? '↓' : '↑'}`)
      .join(', ');
  const { match, conditions } = conditionsIn({ type, value });
  const words = conditions.map(({ field, operator, not, value: its }) => {
    const shown = its.type === 'str' ? its.value : its.type === 'msg' ? `msg.${its.value}` : its.value || its.type;
    return `${field || '…'} ${not ? 'not ' : ''}${operator} ${shown}`;
  });
  return words.join(match === 'any' ? ' or ' : ' and ');
};
