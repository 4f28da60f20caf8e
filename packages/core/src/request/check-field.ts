import type { Field, FieldKind } from '../define/field.ts';
import type { InputIssue } from '../errors/input-error.ts';

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const isDay = (value: string): boolean =>
  day.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

const isWebAddress = (value: string): boolean => {
  try {
    return /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
};

/** Whether JSON says all that is in a value: it knows no NaN, no function, nothing that holds itself. */
const isJson = (value: unknown, within: readonly unknown[] = []): boolean => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || within.includes(value)) return false;
  if ('toJSON' in value) return true;
  const around = [...within, value];
  return Array.isArray(value)
    ? value.every((entry) => isJson(entry, around))
    : Object.values(value).every((entry) => entry === undefined || isJson(entry, around));
};

const isFile = (value: unknown): boolean => {
  const { name, open } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return typeof name === 'string' && name !== '' && typeof open === 'function';
};

const textRules: Partial<Record<FieldKind, readonly [(value: string) => boolean, string]>> = {
  date: [isDay, 'a day as YYYY-MM-DD'],
  dateTime: [
    (value) => instant.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)),
    'an instant such as 2026-01-31T09:00:00Z',
  ],
  time: [(value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value), 'a time as HH:MM'],
  colour: [(value) => /^#[\da-f]{6}$/i.test(value), 'a colour as #rrggbb'],
  email: [(value) => /^[^\s@]+@[^\s@]+$/.test(value), 'a mail address'],
  url: [isWebAddress, 'an address that starts with http:// or https://'],
  id: [(value) => value !== '', 'an identifier'],
  ref: [(value) => value !== '', 'an identifier'],
};

const asText = (value: unknown): string => {
  // JSON has no word for these: it would say null, or throw.
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'something that holds itself';
  }
};

const shown = (value: unknown, field: Field): string => {
  if (field.secret) return 'is something else';
  const text = asText(value);
  return `is ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`;
};

const limitsOf = (value: number | string, field: Field): string | undefined => {
  if (typeof value === 'string') {
    if (field.maxLength === undefined || value.length <= field.maxLength) return undefined;
    // Some characters, such as emoji, take two places of a text.
    const { length } = [...value];
    return length > field.maxLength ? `must have at most ${field.maxLength} characters, but has ${length}` : undefined;
  }
  if (field.minimum !== undefined && value < field.minimum) return `must be at least ${field.minimum}, but is ${value}`;
  if (field.maximum !== undefined && value > field.maximum) return `must be at most ${field.maximum}, but is ${value}`;
  return undefined;
};

/** All that is wrong with one value; nothing is, for an empty list. `undefined` is not asked about here. */
export const checkField = (field: Field, value: unknown, path: string): InputIssue[] => {
  const wrong = (expected: string): InputIssue[] => [
    { field: path, problem: `must be ${expected}, but ${shown(value, field)}` },
  ];
  if (value === null) return field.nullable ? [] : [{ field: path, problem: 'must not be null' }];
  switch (field.kind) {
    case 'json':
      return isJson(value) ? [] : wrong('something that JSON can hold');
    case 'file':
      return isFile(value) ? [] : [{ field: path, problem: 'must be a file {name, open}' }];
    case 'filter':
    case 'sort':
      // Its language is the vendor's: see `checkInput`.
      return [];
    case 'flag':
      return typeof value === 'boolean' ? [] : wrong('true or false');
    case 'integer':
    case 'number':
    case 'money': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('a number');
      if (field.kind === 'integer' && !Number.isInteger(value)) return wrong('a whole number');
      const problem = limitsOf(value, field);
      return problem ? [{ field: path, problem }] : [];
    }
    case 'choice':
      return field.values?.includes(value as string) ? [] : wrong(`one of ${field.values?.join(', ')}`);
    case 'choices':
      if (!Array.isArray(value)) return wrong('a list');
      return value.flatMap((entry, index) =>
        checkField({ ...field, kind: 'choice', nullable: false }, entry, `${path}.${index}`),
      );
    case 'list':
      if (!Array.isArray(value)) return wrong('a list');
      return value.flatMap((entry, index) => checkField(field.item as Field, entry, `${path}.${index}`));
    case 'object':
      if (typeof value !== 'object' || Array.isArray(value)) return wrong('an object');
      return [
        ...Object.entries(field.fields ?? {})
          .filter(
            ([name, inner]) =>
              inner.required && !inner.readOnly && (value as Record<string, unknown>)[name] === undefined,
          )
          .map(([name]) => ({ field: `${path}.${name}`, problem: 'is missing' })),
        ...Object.entries(value).flatMap(([name, entry]) => {
          const known = field.fields ?? {};
          const inner = Object.hasOwn(known, name) ? known[name] : undefined;
          // What the vendor gave is never sent: a record may be handed back as it was read.
          if (inner) return entry === undefined || inner.readOnly ? [] : checkField(inner, entry, `${path}.${name}`);
          // A group without fields is free; in others the vendor would ignore what it does not know.
          const free = Object.keys(known).length === 0 || entry === undefined;
          return free ? [] : [{ field: `${path}.${name}`, problem: `is not one of ${Object.keys(known).join(', ')}` }];
        }),
      ];
    default: {
      const rule = textRules[field.kind];
      if (typeof value !== 'string') return wrong(rule?.[1] ?? 'a text');
      // Half a surrogate pair cannot be encoded as UTF-8.
      if (/\p{Surrogate}/u.test(value)) return wrong('well-formed Unicode');
      if (rule && !rule[0](value)) return wrong(rule[1]);
      const problem = limitsOf(value, field);
      return problem ? [{ field: path, problem }] : [];
    }
  }
};
