import { isSavedGroup, type SavedCondition, type SavedConditions } from '../config.ts';
import { type ConditionParts, fillCondition } from './condition-row.ts';
import { element, option } from './element.ts';
import { createRowList } from './row-list.ts';
import { conditionsSummary } from './saved-list.ts';

/** Conditions to begin with, and what they can be made of. */
export interface ConditionOptions extends ConditionParts {
  readonly given: SavedConditions;
  readonly onChange: () => void;
}

/** A list of conditions; its value is what is saved. */
interface ConditionList {
  readonly element: HTMLElement;
  read(): SavedConditions;
}

type Entry = SavedCondition | SavedConditions;

const newGroup: SavedConditions = { match: 'any', conditions: [] };

const matchSelect = ({ given, negates, onChange }: ConditionOptions): HTMLSelectElement => {
  const select = element(
    'select',
    { onchange: onChange, aria: { label: 'How many of the conditions must hold' } },
    option('all', 'all of these hold'),
    option('any', 'any of these holds'),
  );
  if (negates || given.not)
    select.append(option('not all', 'not all of these hold'), option('not any', 'none of these holds'));
  select.value = `${given.not ? 'not ' : ''}${given.match}`;
  return select;
};

/** A group that stands deeper than the form has lists for: shown, and kept as it is. */
const fillDeeper = (row: HTMLElement, data: SavedConditions): (() => SavedConditions) => {
  row.append(
    element('div', { textContent: `(${conditionsSummary(data)})` }),
    element('div', { className: 'patchbay-hint', textContent: 'deeper than this form has lists for: kept as it is' }),
  );
  return () => data;
};

const createGroup = (options: ConditionOptions, place: 'outermost' | 'inner'): ConditionList => {
  const { given, onChange } = options;
  const outermost = place === 'outermost';
  const match = matchSelect(options);
  const fillSingle = fillCondition(options);
  const list = createRowList<Entry>({
    label: outermost ? 'Conditions' : 'Group of conditions',
    addLabel: 'condition',
    ...(outermost && { others: [{ addLabel: 'group', data: newGroup }] }),
    given: given.conditions,
    fill(row, data, changed) {
      if (!isSavedGroup(data)) return fillSingle(row, data, changed);
      if (!outermost) return fillDeeper(row, data);
      const group = createGroup({ ...options, given: data, onChange: changed }, 'inner');
      row.append(group.element);
      return group.read;
    },
    onChange,
  });
  return {
    element: element('div', { className: outermost ? 'patchbay-builder' : 'patchbay-group' }, match, list.element),
    read: () => ({
      match: match.value.endsWith('any') ? 'any' : 'all',
      ...(match.value.startsWith('not') && { not: true as const }),
      conditions: list.read(),
    }),
  };
};

/**
 * Builds conditions and groups of them one below the other, and whether all, any or none of them must hold. A group holds
 * conditions only.
 */
export const createConditionList = (options: ConditionOptions): ConditionList => createGroup(options, 'outermost');
