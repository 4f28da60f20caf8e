import type { SortKey } from '@patchbay/core';
import { comparedProblem, conditionProblem } from '../compared-value.ts';
import { isSavedGroup, type SavedCondition, type SavedConditions, type TypedValue } from '../config.ts';
import type { RowLanguage } from './field-builder.ts';

/** Whether a value is taken from the environment, in Node-RED's own notation. */
export const isEnvironment = (value: string): boolean => /^\$\{[^}]+\}$/.test(value);

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

interface Placed {
  /** Its number; within a group, behind that of the group */
  readonly at: string;
  readonly condition: SavedCondition;
}

const singlesIn = ({ conditions }: SavedConditions, before = ''): Placed[] =>
  conditions.flatMap((condition, index) => {
    const at = `${before}${index + 1}`;
    return isSavedGroup(condition) ? singlesIn(condition, `${at}.`) : [{ at, condition }];
  });

const hasEmptyGroup = ({ conditions }: SavedConditions): boolean =>
  conditions.some((entry) => isSavedGroup(entry) && (entry.conditions.length === 0 || hasEmptyGroup(entry)));

const literals = ['str', 'num', 'bool'];

/** What is wrong with the value of a condition, as far as the form can tell. */
export const valueProblem = (
  { field, operator, value: { type, value } }: SavedCondition,
  { fields, filter }: Pick<RowLanguage, 'fields' | 'filter'>,
): string | undefined => {
  if (value === '' && type !== 'str' && type !== 'date') return 'has no value';
  if (!literals.includes(type) || isEnvironment(value)) return undefined;
  return comparedProblem(
    fields.find(({ name }) => name === field),
    operator,
    value,
    filter?.quote,
  );
};

const none: Pick<RowLanguage, 'fields' | 'filter'> = { fields: [] };

/** What is wrong with conditions or an order that were put together in the form; `undefined` when nothing is. */
export const listProblem = (given: TypedValue, language = none): string | undefined => {
  if (given.type === 'order') {
    const keys = orderIn(given);
    if (keys.length === 0) return 'has no field yet';
    return keys.some(({ field }) => field === '') ? 'has a row without a field' : undefined;
  }
  const saved = conditionsIn(given);
  if (saved.conditions.length === 0) return 'has no condition yet';
  if (hasEmptyGroup(saved)) return 'has a group without a condition';
  const singles = singlesIn(saved);
  if (singles.some(({ condition }) => condition.field === '')) return 'has a condition without a field';
  const problems = singles.flatMap(({ at, condition }) => {
    const problem = valueProblem(condition, language);
    return problem ? [conditionProblem(at, condition.field, problem)] : [];
  });
  return problems[0];
};

const places = ['msg', 'flow', 'global'];

const conditionWords = ({ field, operator, not, value: { type, value, title } }: SavedCondition): string => {
  const shown = type === 'str' ? (title ?? value) : places.includes(type) ? `${type}.${value}` : value || type;
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
