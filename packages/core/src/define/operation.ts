import type { Fields, RecordOf, ValueOf } from './field.ts';
import type { Pagination } from './vendor.ts';

/** HTTP method and path with parameters in braces: `PUT /board/{board_id}`. */
export type Route = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/** Names of the path parameters of a route. */
export type PathNames<R extends string> = R extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathNames<Rest>
  : never;

/** Names of a resource's fields that a caller may send. */
export type WritableNames<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly readOnly: true } ? never : K;
}[keyof F] &
  string;

/**
 * How well the vendor's documentation supports an operation: `documented` (its own page was read), `partly` (path proven,
 * body or answer taken from a sibling), `inferred` (named by the documentation, shape follows the house pattern only).
 */
export type Evidence = 'documented' | 'partly' | 'inferred';

/** The JSON content of a request: names of the resource's own fields, and fields that only this operation takes. */
export interface Body<Names extends string = string> {
  readonly required?: readonly Names[];
  readonly optional?: readonly Names[];
  /** Fields of this operation alone; `required: true` on a field makes it mandatory */
  readonly fields?: Fields;
}

/** One call of a vendor's API, as data. */
export interface OperationDefinition {
  readonly route: Route;
  /** What it does, as a menu shows it: "Create a card" */
  readonly summary: string;
  /** What a person should know before using it: effects, limits, traps */
  readonly description?: string;
  /** Path parameters that are not `ref`s by their name */
  readonly path?: Fields;
  readonly query?: Fields;
  readonly body?: Body;
  /** `nothing`: the answer's content, if any, is ignored */
  readonly returns: 'one' | 'many' | 'nothing';
  /** Fields of the answer when they are not the resource's */
  readonly row?: Fields;
  /** `false` when a list comes in one piece. @default the vendor's pagination */
  readonly pagination?: Pagination | false;
  /** `read`: when the answer is empty, the record is read with the resource's `get` (one more request) */
  readonly whenEmpty?: 'read';
  /** Whether sending it twice does no harm. @default by method: GET, PUT and DELETE are, POST and PATCH are not */
  readonly idempotent?: boolean;
  /** Why not to use it any more, and what instead */
  readonly deprecated?: string;
  /** 1: for everyone; 2: for the vendor's partners. @default 1 */
  readonly tier?: 1 | 2;
  readonly evidence: Evidence;
  /** Page or client code that the definition was taken from */
  readonly source: string;
}

/** An operation whose body names fields that the resource has and a caller may send. */
export interface OperationFor<F extends Fields> extends OperationDefinition {
  readonly body?: Body<WritableNames<F>>;
}

type Simplify<T> = { [K in keyof T]: T[K] };
type NamesIn<List> = List extends readonly (infer Name)[] ? Name : never;
type RequiredNames<F> = { [K in keyof F]: F[K] extends { readonly required: true } ? K : never }[keyof F];
type OwnInputs<F> = { readonly [K in RequiredNames<F>]: ValueOf<F[K]> } & {
  readonly [K in Exclude<keyof F, RequiredNames<F>>]?: ValueOf<F[K]>;
};
type PartOf<O, Name extends string> = O extends { readonly [K in Name]: infer Part } ? Part : object;

/** The input that an operation takes: path, query and body fields in one flat object. */
export type InputOf<F extends Fields, O extends OperationDefinition> = Simplify<
  {
    readonly [K in PathNames<O['route']>]: K extends keyof PartOf<O, 'path'> ? ValueOf<PartOf<O, 'path'>[K]> : string;
  } & OwnInputs<PartOf<O, 'query'>> & {
      readonly [K in NamesIn<PartOf<PartOf<O, 'body'>, 'required'>> & keyof F]: ValueOf<F[K]>;
    } & { readonly [K in NamesIn<PartOf<PartOf<O, 'body'>, 'optional'>> & keyof F]?: ValueOf<F[K]> } & OwnInputs<
      PartOf<PartOf<O, 'body'>, 'fields'>
    >
>;

/** One record or row that an operation answers with. */
export type RowOf<F extends Fields, O extends OperationDefinition> = O extends {
  readonly row: infer R extends Fields;
}
  ? RecordOf<R>
  : RecordOf<F>;
