import type { CompositeDefinition } from './composite.ts';
import type { Fields, GivenOf, RecordOf } from './field.ts';
import type { Pagination, Paths } from './pagination.ts';

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

/**
 * The content of a request: names of the resource's own fields, and fields that only this operation takes. It travels as
 * JSON; with a file in it, as multipart/form-data.
 */
export interface Body<Names extends string = string> {
  readonly required?: readonly Names[];
  readonly optional?: readonly Names[];
  /** Fields of this operation alone; `required: true` on a field makes it mandatory */
  readonly fields?: Fields;
  /** Dotted path of the object that the fields travel in: `invoice`; with `[]` at its end, of a list with that one object */
  readonly wrap?: string;
  /** Fields of this operation that travel beside the wrapping */
  readonly outside?: Fields;
  /** What is always sent, beside the wrapping */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** It travels as multipart/form-data without a file too */
  readonly form?: true;
  /** Path parameters that the content repeats */
  readonly fromPath?: readonly string[];
}

/** Work that the vendor goes on with after its answer; a caller may have it waited for. */
export interface Background {
  /** What appears, plural: `cards`. Names the inputs `wait_for_cards` and `wait_seconds`, and the new rows in the answer */
  readonly what: string;
  /** `resource.operation` that lists it */
  readonly list: string;
  /** Its input, in which `{name}` stands for an input of the caller */
  readonly input: Readonly<Record<string, unknown>>;
  /** Longest wait in seconds unless the caller says otherwise */
  readonly ceiling: number;
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
  /** Values that only help to choose others in an editor, such as the project of a status; never sent */
  readonly choosing?: Fields;
  /** Sets of inputs of which exactly one must be given */
  readonly oneOf?: readonly (readonly string[])[];
  /** Sets of inputs of which at most one may be given */
  readonly atMostOneOf?: readonly (readonly string[])[];
  /** `nothing`: the answer's content, if any, is ignored. `file`: the content of the file that the record points to */
  readonly returns: 'one' | 'many' | 'nothing' | 'file';
  /** For `file`: dotted paths in the record that the route answers with; the file is fetched from there (a second request) */
  readonly file?: { readonly url: string; readonly name?: string; readonly type?: string };
  /** Where the record stands in the answer. @default the vendor's `itemPath` */
  readonly itemPath?: Paths;
  /** Where the rows stand in the answer. @default that of the pagination, or the vendor's `rowsPath` */
  readonly rowsPath?: Paths;
  /** Fields of the answer when they are not the resource's */
  readonly row?: Fields;
  /** `false` when a list comes in one piece. @default the vendor's pagination */
  readonly pagination?: Pagination | false;
  /** The record is read with the resource's `get` (one more request): when the answer is empty, or always */
  readonly readBack?: 'whenEmpty' | 'always';
  readonly background?: Background;
  /** Whether sending it twice does no harm. @default by method: GET, PUT and DELETE are, POST and PATCH are not */
  readonly idempotent?: boolean;
  /** Why not to use it any more, and what instead */
  readonly deprecated?: string;
  /** A better way to the same end: `resource.operation`. Editors list this one under "other ways" */
  readonly otherWayOf?: string;
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

/** Any operation of a resource. */
export type AnyOperation<F extends Fields = Fields> = OperationFor<F> | CompositeDefinition;

type Simplify<T> = { [K in keyof T]: T[K] };
type NamesIn<List> = List extends readonly (infer Name)[] ? Name : never;
type RequiredNames<F> = {
  [K in keyof F]: F[K] extends { readonly otherwise: object }
    ? never
    : F[K] extends { readonly required: true }
      ? K
      : never;
}[keyof F];
/** Inputs that may be given instead of others, by the names that those tell. */
type Instead<F> = {
  readonly [K in keyof F as F[K] extends { readonly otherwise: { readonly instead: { readonly name: infer N } } }
    ? N & string
    : never]?: F[K] extends { readonly otherwise: { readonly instead: { readonly field: infer I } } }
    ? GivenOf<I>
    : never;
};
/** Fields whose value can be found otherwise. */
type Findable<F> = { [K in keyof F as F[K] extends { readonly otherwise: object } ? K : never]: F[K] };
type OwnInputs<F> = { readonly [K in RequiredNames<F>]: GivenOf<F[K]> } & {
  readonly [K in Exclude<keyof F, RequiredNames<F>>]?: GivenOf<F[K]>;
} & Instead<F>;
type PartOf<O, Name extends string> = O extends { readonly [K in Name]: infer Part } ? Part : object;

/** What a caller may say about work in the background: see `backgroundNames`. */
type Waiting<O> = O extends { readonly background: { readonly what: infer What extends string } }
  ? { readonly [K in `wait_for_${What}`]?: boolean } & { readonly wait_seconds?: number }
  : object;

/** The input that an operation takes: path, query and body fields in one flat object. */
export type InputOf<F extends Fields, O extends OperationDefinition> = Simplify<
  {
    readonly [K in Exclude<PathNames<O['route']>, keyof Findable<PartOf<O, 'path'>>>]: K extends keyof PartOf<O, 'path'>
      ? GivenOf<PartOf<O, 'path'>[K]>
      : string;
  } & { readonly [K in keyof Findable<PartOf<O, 'path'>>]?: string } & Instead<PartOf<O, 'path'>> &
    OwnInputs<PartOf<O, 'query'>> & {
      readonly [K in NamesIn<PartOf<PartOf<O, 'body'>, 'required'>> & keyof F]: GivenOf<F[K]>;
    } & { readonly [K in NamesIn<PartOf<PartOf<O, 'body'>, 'optional'>> & keyof F]?: GivenOf<F[K]> } & OwnInputs<
      PartOf<PartOf<O, 'body'>, 'fields'>
    > &
    OwnInputs<PartOf<PartOf<O, 'body'>, 'outside'>> & {
      readonly [K in keyof PartOf<O, 'choosing'>]?: GivenOf<PartOf<O, 'choosing'>[K]>;
    } & Waiting<O>
>;

type PartOfComposite<F extends Fields, All, Name> = Name extends keyof All
  ? All[Name] extends OperationDefinition
    ? InputOf<F, All[Name]>
    : object
  : object;
/** Path parameters of an update that a create has not: the record is found, not given. */
type FoundNames<All, Update, Create> = Update extends keyof All
  ? All[Update] extends { readonly route: infer U extends string }
    ? Create extends keyof All
      ? All[Create] extends { readonly route: infer C extends string }
        ? Exclude<PathNames<U>, PathNames<C>>
        : never
      : never
    : never
  : never;
type UpdateOf<C> = C extends { readonly update: infer Name } ? Name : never;
/** Keys that are filled in where the caller leaves them out. */
type Settled<All, Create> = Create extends keyof All
  ? keyof {
      [K in keyof PartOf<PartOf<All[Create], 'body'>, 'fields'> as PartOf<
        PartOf<All[Create], 'body'>,
        'fields'
      >[K] extends { readonly default: unknown }
        ? K
        : never]: true;
    }
  : never;

/** The input of a composite operation: what its `create` takes with the keys, and what else its `update` takes. */
export type CompositeInputOf<F extends Fields, All, C extends CompositeDefinition> = Simplify<
  { readonly [K in Exclude<C['by'][number], Settled<All, C['create']>>]: string } & PartOfComposite<
    F,
    All,
    C['create']
  > &
    Omit<Partial<PartOfComposite<F, All, UpdateOf<C>>>, FoundNames<All, UpdateOf<C>, C['create']>>
>;

/** One record or row that an operation answers with. */
export type RowOf<F extends Fields, O extends OperationDefinition> = O extends {
  readonly row: infer R extends Fields;
}
  ? RecordOf<R>
  : RecordOf<F>;
