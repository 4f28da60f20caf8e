import type { Condition, FilterGroup, FilterLanguage, SortKey, SortLanguage } from '../define/filter.ts';
import type { InputIssue } from '../errors/input-error.ts';

type Entry = Condition | FilterGroup;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (group: FilterGroup): readonly Entry[] => ('all' in group ? group.all : group.any);
const isGroup = (entry: Entry): entry is FilterGroup => 'all' in entry || 'any' in entry;

const maxDepth = 20;

/** A word that nobody looks at would change what is meant. */
const unknownIssues = (others: object, path: string, known: string): InputIssue[] =>
  Object.keys(others).map((name) => ({ field: `${path}.${name}`, problem: `is not one of ${known}` }));

const notIssues = (language: FilterLanguage, not: unknown, path: string): InputIssue[] => {
  const field = `${path}.not`;
  if (not !== undefined && typeof not !== 'boolean') return [{ field, problem: 'must be true or false' }];
  return not && language.not === undefined ? [{ field, problem: 'cannot be turned round here' }] : [];
};

const conditionIssues = (language: FilterLanguage, entry: Record<string, unknown>, path: string): InputIssue[] => {
  const { field, operator, value, not, ...others } = entry;
  const issues: InputIssue[] = unknownIssues(others, path, 'field, operator, value, not');
  const refuse = (name: string, problem: string) => issues.push({ field: `${path}.${name}`, problem });
  if (typeof field !== 'string' || !/^[\w.]+$/.test(field)) refuse('field', 'must be the name of a field');
  if (typeof operator !== 'string' || !Object.hasOwn(language.operators, operator))
    refuse('operator', `must be one of ${Object.keys(language.operators).join(', ')}`);
  const isPlain = typeof value === 'number' ? Number.isFinite(value) : /^(string|boolean)$/.test(typeof value);
  if (!isPlain) refuse('value', 'must be a text, a number, true or false');
  else if (String(value).includes(language.quote))
    refuse('value', `must not have a ${language.quote}: the vendor's filter cannot express it`);
  else if (/\p{Surrogate}/u.test(String(value))) refuse('value', 'must be well-formed Unicode');
  return [...issues, ...notIssues(language, not, path)];
};

const groupIssues = (language: FilterLanguage, group: unknown, path: string, depth: number): InputIssue[] => {
  const { not, ...match } = isObject(group) ? group : {};
  const [name, another] = Object.keys(match);
  const entries = name === 'all' || name === 'any' ? match[name] : undefined;
  if (!Array.isArray(entries) || another !== undefined || depth > maxDepth)
    return [{ field: path, problem: 'must be a text, or conditions as {"all": […]} or {"any": […]}' }];
  // Nothing fits any of no conditions: left out, it would let everything through.
  if (entries.length === 0 && (name === 'any' || depth > 0))
    return [{ field: `${path}.${name}`, problem: 'must hold a condition' }];
  const within = entries.flatMap((entry: unknown, index) => {
    const at = `${path}.${name}.${index}`;
    if (!isObject(entry)) return [{ field: at, problem: 'must be a condition {field, operator, value} or a group' }];
    return 'all' in entry || 'any' in entry
      ? groupIssues(language, entry, at, depth + 1)
      : conditionIssues(language, entry, at);
  });
  return [...notIssues(language, not, path), ...within];
};

/**
 * All that is wrong with a `filter` value; nothing is, for an empty list. A text is the user's own and passes, and so does
 * `{all: []}`: all of no conditions hold for every row.
 */
export const filterIssues = (language: FilterLanguage | undefined, value: unknown, path: string): InputIssue[] => {
  if (typeof value === 'string') return [];
  if (!language) return [{ field: path, problem: 'must be a text' }];
  return groupIssues(language, value, path, 0);
};

const plain = /^[\w.-]+$/;

const conditionText = (language: FilterLanguage, { field, operator, value, not }: Condition): string => {
  const text = String(value);
  const quoted = plain.test(text) ? text : `${language.quote}${text}${language.quote}`;
  const parts: Record<string, string> = { field, operator, value: quoted, not: not ? (language.not ?? '') : '' };
  return language.template.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] as string);
};

// Vendors turn single conditions round, no groups: "not all of them" is written as "any of them not".
const groupText = (language: FilterLanguage, group: FilterGroup, around = false): string => {
  const turned = around !== (group.not === true);
  return entriesOf(group)
    .map((entry) => {
      if (!isGroup(entry)) return conditionText(language, turned ? { ...entry, not: entry.not !== true } : entry);
      return `${language.group[0]}${groupText(language, entry, turned)}${language.group[1]}`;
    })
    .join('all' in group !== turned ? language.all : language.any);
};

/** A checked `filter` value in the vendor's language; empty when it holds no condition. */
export const filterText = (language: FilterLanguage | undefined, value: unknown): string =>
  typeof value === 'string' || !language ? String(value) : groupText(language, value as FilterGroup);

/** All that is wrong with a `sort` value. */
export const sortIssues = (language: SortLanguage | undefined, value: unknown, path: string): InputIssue[] => {
  if (typeof value === 'string') return [];
  if (!language || !Array.isArray(value))
    return [{ field: path, problem: language ? 'must be a text or a list of {field, direction}' : 'must be a text' }];
  return value.flatMap((key: unknown, index) => {
    const { field, direction, ...others } = isObject(key) ? key : {};
    const at = `${path}.${index}`;
    if (typeof field !== 'string' || !/^[\w.]+$/.test(field))
      return [{ field: `${at}.field`, problem: 'must be the name of a field' }];
    const unknown = unknownIssues(others, at, 'field, direction');
    if (unknown.length > 0) return unknown;
    return direction === undefined || direction === 'asc' || direction === 'desc'
      ? []
      : [{ field: `${at}.direction`, problem: 'must be asc or desc' }];
  });
};

/** A checked `sort` value in the vendor's language; empty when it holds no field. */
export const sortText = (language: SortLanguage | undefined, value: unknown): string => {
  if (typeof value === 'string' || !language) return String(value);
  return (value as readonly SortKey[])
    .map(({ field, direction }) =>
      language.template.replace('{field}', () => field).replace('{direction}', direction ?? 'asc'),
    )
    .join(language.separator);
};
