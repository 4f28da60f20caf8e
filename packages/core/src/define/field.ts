import type { FileContent } from './file.ts';
import type { FilterGroup, SortKey } from './filter.ts';

/** What a field holds; every surface picks its widget, check and encoding by it. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'integer'
  | 'number'
  | 'money'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'colour'
  | 'email'
  | 'url'
  | 'id'
  | 'ref'
  | 'list'
  | 'object'
  | 'json'
  | 'file'
  | 'filter'
  | 'sort';

/** What may be said of any field beside its kind and description. */
export interface FieldOptions {
  /** Name shown to people. @default derived from the wire name, see `labelOf` */
  readonly label?: string;
  /** Unit of a number or duration, e.g. `minutes` */
  readonly unit?: string;
  /** Smallest number allowed */
  readonly minimum?: number;
  /** Largest number allowed */
  readonly maximum?: number;
  /** Longest text allowed, in characters */
  readonly maxLength?: number;
  /** A realistic value, used as placeholder, in the reference and by the contract tests */
  readonly example?: unknown;
  /** Values worth offering for a free text or a list of texts */
  readonly suggestions?: readonly string[];
  /** Sent when the caller gives no value */
  readonly default?: string | number | boolean;
  /** Name in the request, where the vendor's own cannot name a property or is taken: `updated_at[gte]` */
  readonly wire?: string;
  /** How several values travel. @default 'comma' in a query, as a list in a body */
  readonly several?: 'comma' | 'repeat';
  /** How the value is found when the caller gives none */
  readonly otherwise?: Otherwise;
  /** The vendor accepts `null` as a value */
  readonly nullable?: boolean;
  /** Set by the vendor: never part of a body */
  readonly readOnly?: boolean;
  /** Must be given; for query fields, path fields and a body's own fields */
  readonly required?: boolean;
  /** Never shown, logged or put into an error */
  readonly secret?: boolean;
  /** Superseded; still sent when given */
  readonly deprecated?: boolean;
}

/**
 * How a missing value is found: the operation is called with the input, in which `{name}` stands for another input of the
 * caller, and the value stands at `take` in its record or first row.
 */
export interface Otherwise {
  /** Input that the caller gives instead; never sent. Nothing is asked when left out */
  readonly instead?: { readonly name: string; readonly field: Field };
  /** `resource.operation` */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Dotted path */
  readonly take: string;
  /** The same for every call with a credential: asked once and kept */
  readonly once?: boolean;
}

/**
 * One named value of a vendor's API, described once for every surface. `Value`, as it is answered, and `Given`, as a caller
 * writes it, exist in types only.
 */
export interface Field<Value = unknown, Given = Value> extends FieldOptions {
  readonly kind: FieldKind;
  /** What a person chooses by: sentence case, no full stop */
  readonly description: string;
  /** Allowed values of a `choice` or of each entry of `choices` */
  readonly values?: readonly string[];
  /** Name of the resource a `ref` points to */
  readonly to?: string;
  /** What each entry of a `list` is */
  readonly item?: Field;
  /** What an `object` is made of */
  readonly fields?: Fields;
  /** Never there: carries the type. A name, not a symbol, so that declarations of definitions can write it down */
  readonly '~value'?: Value;
  readonly '~given'?: Given;
}

/** Fields by their wire names. */
export type Fields = Readonly<Record<string, Field>>;

/** The TypeScript type of a field's value. */
export type ValueOf<F> = F extends { readonly '~value'?: infer V } ? Exclude<V, undefined> : never;

/** The TypeScript type of a field's value as a caller gives it: a wrong name within it does not compile. */
export type GivenOf<F> = F extends { readonly '~given'?: infer G } ? Exclude<G, undefined> : never;

type OrNull<Value, Options> = Options extends { readonly nullable: true } ? Value | null : Value;
type Described<Value, Options, Given = Value> = Field<OrNull<Value, Options>, OrNull<Given, Options>> & Options;

const kindOf =
  <Value>(kind: FieldKind) =>
  <const Options extends FieldOptions = object>(description: string, options?: Options): Described<Value, Options> =>
    ({ kind, description, ...options }) as unknown as Described<Value, Options>;

/** One line of text. */
export const text = kindOf<string>('text');
/** Text of several lines. */
export const longText = kindOf<string>('longText');
/** A whole number. */
export const integer = kindOf<number>('integer');
/** Any finite number. */
export const number = kindOf<number>('number');
/** An amount of money in the vendor's currency unit, not cents. */
export const money = kindOf<number>('money');
/** True or false. */
export const flag = kindOf<boolean>('flag');
/** A day, `YYYY-MM-DD`. */
export const date = kindOf<string>('date');
/** An instant, RFC 3339 with zone. */
export const dateTime = kindOf<string>('dateTime');
/** A time of day, `HH:MM`. */
export const time = kindOf<string>('time');
/** A colour as `#rrggbb`. */
export const colour = kindOf<string>('colour');
/** A mail address. */
export const email = kindOf<string>('email');
/** An absolute http(s) URL. */
export const url = kindOf<string>('url');
/** An identifier that is not looked up in another resource. */
export const id = kindOf<string>('id');
/** A file to send. */
export const file = kindOf<FileContent>('file');
/** Conditions on the rows of a list, written in the vendor's `filter` language: a text as it is, or conditions. */
export const filter = kindOf<string | FilterGroup>('filter');
/** Order of the rows of a list: a text as it is, or fields with directions. */
export const sort = kindOf<string | readonly SortKey[]>('sort');
/** Anything JSON can hold. */
export const json = kindOf<unknown>('json');

/** One of fixed values. */
export const choice = <const Values extends readonly string[], const Options extends FieldOptions = object>(
  values: Values,
  description: string,
  options?: Options,
): Described<Values[number], Options> =>
  ({ kind: 'choice', description, values, ...options }) as unknown as Described<Values[number], Options>;

/** Several of fixed values. */
export const choices = <const Values extends readonly string[], const Options extends FieldOptions = object>(
  values: Values,
  description: string,
  options?: Options,
): Described<readonly Values[number][], Options> =>
  ({ kind: 'choices', description, values, ...options }) as unknown as Described<readonly Values[number][], Options>;

/** The identifier of a record of another resource; gives both editors their pick list. */
export const ref = <const Options extends FieldOptions = object>(
  to: string,
  description: string,
  options?: Options,
): Described<string, Options> =>
  ({ kind: 'ref', description, to, ...options }) as unknown as Described<string, Options>;

/** Several values of one kind; in a query they are joined with commas. */
export const list = <const Item extends Field, const Options extends FieldOptions = object>(
  item: Item,
  description: string,
  options?: Options,
): Described<readonly ValueOf<Item>[], Options, readonly GivenOf<Item>[]> =>
  ({ kind: 'list', description, item, ...options }) as never;

/** A group of fields. Without any it is free; in answers, what the definition does not name passes through. */
export const object = <const Inner extends Fields, const Options extends FieldOptions = object>(
  fields: Inner,
  description: string,
  options?: Options,
): Described<RecordOf<Inner>, Options, GivenRecord<Inner>> =>
  ({ kind: 'object', description, fields, ...options }) as never;

/** What a set of fields looks like in an answer: any may be missing or null, unknown ones pass through. */
export type RecordOf<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> | null } & {
  readonly [unknown: string]: unknown;
};

/** What a caller may say of a set of fields: those there are, or any where none are named. A record that was read fits. */
export type GivenRecord<F extends Fields> = keyof F extends never
  ? Readonly<Record<string, unknown>>
  : { readonly [K in keyof F]?: GivenOf<F[K]> | null };
