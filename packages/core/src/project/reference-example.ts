import type { Field } from '../define/field.ts';
import type { Input, Operation } from './operation.ts';

/** Optional inputs that an example shows at most. */
const fewOptional = 3;

const samples: Partial<Record<Field['kind'], unknown>> = {
  flag: true,
  integer: 1,
  number: 1,
  money: 1,
  date: '2026-12-01',
  dateTime: '2026-12-01T09:00:00Z',
  time: '08:30',
  url: 'https://example.com/…',
  email: 'name@example.com',
  colour: '#3b82f6',
};

/** A value that tells what to give; an identifier cannot be known. */
const sampleOf = (field: Field): unknown => {
  const { kind, example, values, item, fields } = field;
  if (example !== undefined) return example;
  if (kind === 'choice') return values?.[0];
  if (kind === 'choices') return values?.slice(0, 1);
  if (kind === 'list' && item) return [sampleOf(item)];
  if (kind === 'object')
    return Object.fromEntries(Object.entries(fields ?? {}).map(([name, inner]) => [name, sampleOf(inner)]));
  return samples[kind] ?? '…';
};

const literal = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([name, entry]) => `${/^\w+$/.test(name) ? name : `'${name}'`}: ${literal(entry)}`,
    );
    return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
  }
  return typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : String(value);
};

/** The inputs that an example gives: what must be given, some of what may, of sets that exclude each other the first. */
const shownIn = ({ inputs, definition: { oneOf = [], atMostOneOf = [] } }: Operation): readonly Input[] => {
  const sets = [...oneOf, ...atMostOneOf];
  const isSecond = ({ name }: Input): boolean => sets.some((names) => names.includes(name) && names[0] !== name);
  const isNeeded = ({ name, required }: Input): boolean => required || oneOf.some(([first]) => first === name);
  const isTelling = ({ place, field }: Input): boolean =>
    place === 'body' && field.example !== undefined && !field.deprecated;
  const optional = inputs.filter((input) => isTelling(input) && !isNeeded(input) && !isSecond(input));
  const few = optional.slice(0, fewOptional);
  return inputs.filter((input) => isNeeded(input) || few.includes(input));
};

/** The code of a call in the typed client; a file is there already. */
export const callExample = (operation: Operation): string => {
  const { resource, name } = operation;
  const values = shownIn(operation).map((input) => {
    const { kind, item } = input.field;
    if (kind === 'file') return input.name === 'file' ? 'file' : `${input.name}: file`;
    return `${input.name}: ${item?.kind === 'file' ? '[file]' : literal(sampleOf(input.field))}`;
  });
  return `client.${resource.name}.${name}(${values.length > 0 ? `{ ${values.join(', ')} }` : ''});`;
};
