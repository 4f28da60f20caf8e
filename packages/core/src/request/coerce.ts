import type { Field } from '../define/field.ts';
import { parseJson } from './parse-json.ts';

const parsed = (value: string): unknown => {
  try {
    return parseJson(value);
  } catch {
    return value;
  }
};

const numberIn = (value: string): unknown => {
  const number = Number(value);
  return value.trim() !== '' && Number.isFinite(number) ? number : value;
};

const listIn = (value: string, field: Field): unknown => {
  const text = value.trim();
  if (text === '') return [];
  if (text.startsWith('[')) return parsed(text);
  // One record where several are taken; split at its commas it would be none.
  if (text.startsWith('{')) return [parsed(text)];
  const entries = text.split(',').map((entry) => entry.trim());
  return field.item ? entries.map((entry) => coerce(field.item as Field, entry)) : entries;
};

const fromText = (field: Field, value: string): unknown => {
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'money':
      return numberIn(value);
    case 'flag':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'choices':
    case 'list':
      return listIn(value, field);
    case 'object':
    case 'json':
      return parsed(value);
    case 'filter':
    case 'sort':
      return /^\s*[[{]/.test(value) ? parsed(value) : value;
    case 'date':
      // Date pickers give an instant in the user's own zone: the day is what they see in front of the T.
      return /^\d{4}-\d{2}-\d{2}[T ]/.test(value) ? value.slice(0, 10) : value;
    case 'dateTime':
      return /^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(value) ? `${value}Z` : value;
    default:
      return value;
  }
};

/**
 * Brings a value from a form, an expression or a message into the kind its field wants, where that is certain: `'12'` is 12
 * for a number, `'a, b'` a list, a `Date` an instant. Anything else comes back as it was, for `checkField` to refuse.
 */
export const coerce = (field: Field, value: unknown): unknown => {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return coerce(field, value.toISOString());
  if (typeof value === 'string') return fromText(field, value);
  if (typeof value === 'number' && ['text', 'longText', 'id', 'ref', 'choice'].includes(field.kind))
    return String(value);
  if (field.kind === 'list' && value !== undefined && value !== null && !Array.isArray(value)) return [value];
  return value;
};
