import type { FileContent } from '../define/file.ts';
import type { Body } from '../define/operation.ts';
import type { Input } from '../project/operation.ts';
import { type Multipart, multipart, type Part } from './multipart.ts';
import { withoutGiven } from './without-given.ts';

/** A value of the content with the input it was given for. */
export type BodyValue = readonly [Input, unknown];

const isFile = (value: unknown): value is FileContent =>
  typeof value === 'object' && value !== null && typeof (value as { open?: unknown }).open === 'function';

const hasFile = (value: unknown): boolean => isFile(value) || (Array.isArray(value) && value.some(isFile));

const wireName = ({ name, field }: Input): string => field.wire ?? name;

/** Lists travel as lists, unless the vendor wants their entries in one text. */
const sent = ({ field }: Input, value: unknown): unknown =>
  field.several === 'comma' && Array.isArray(value) ? value.join(',') : withoutGiven(field, value);

const wrapped = (wrap: string | undefined, inner: Record<string, unknown>): Record<string, unknown> => {
  if (!wrap) return inner;
  const inList = wrap.endsWith('[]');
  const names = (inList ? wrap.slice(0, -2) : wrap).split('.');
  return names.reduceRight<unknown>((value, name) => ({ [name]: value }), inList ? [inner] : inner) as Record<
    string,
    unknown
  >;
};

const merged = (one: Record<string, unknown>, other: Record<string, unknown>): Record<string, unknown> => {
  const both: [string, unknown][] = Object.entries(one);
  for (const entry of Object.entries(other)) both.push(entry);
  return Object.fromEntries(both);
};

const jsonOf = (body: Body, values: readonly BodyValue[], path: Readonly<Record<string, unknown>>): string => {
  const of = (place: Input['place']): Record<string, unknown> =>
    Object.fromEntries(
      values.filter(([input]) => input.place === place).map(([input, value]) => [wireName(input), sent(input, value)]),
    );
  const repeated = Object.fromEntries((body.fromPath ?? []).map((name) => [name, path[name]]));
  const content = wrapped(body.wrap, merged(repeated, of('body')));
  return JSON.stringify(merged(merged(content, { ...body.fixed }), of('outside')));
};

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const partsOf = (body: Body, values: readonly BodyValue[], path: Readonly<Record<string, unknown>>): Part[] => {
  const named = (name: string): string =>
    body.wrap
      ? body.wrap
          .split('.')
          .slice(1)
          .concat(name)
          .reduce((sum, next) => `${sum}[${next}]`, body.wrap.split('.')[0] as string)
      : name;
  const each = (name: string, value: unknown): Part[] =>
    (Array.isArray(value) ? value : [value]).map((entry): Part => [name, isFile(entry) ? entry : textOf(entry)]);
  return [
    ...(body.fromPath ?? []).flatMap((name) => each(named(name), path[name])),
    ...values.flatMap(([input, value]) =>
      each(input.place === 'outside' ? wireName(input) : named(wireName(input)), value),
    ),
    ...Object.entries(body.fixed ?? {}).flatMap(([name, value]) => each(name, value)),
  ];
};

/** The content of a request: JSON, or a form when there is a file in it. */
export const buildBody = (
  body: Body,
  values: readonly BodyValue[],
  path: Readonly<Record<string, unknown>>,
  random: () => number,
): string | Multipart =>
  body.form || values.some(([, value]) => hasFile(value))
    ? multipart(partsOf(body, values, path), random)
    : jsonOf(body, values, path);
