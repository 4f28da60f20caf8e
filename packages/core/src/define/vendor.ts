import type { AuthScheme } from './auth-scheme.ts';
import type { Errors } from './errors.ts';
import type { VendorEvent, Webhooks } from './event.ts';
import type { Otherwise } from './field.ts';
import type { FilterLanguage, SortLanguage } from './filter.ts';
import type { Pagination, Paths } from './pagination.ts';
import type { Quota } from './quota.ts';
import type { Resource } from './resource.ts';

/** How a record is found by a part of its title: in this query input, as a text or as a condition with this operator. */
export interface Search {
  readonly query: string;
  readonly operator?: string;
}

/** Records that have no list of their own: they are chosen from a list within another record. */
export interface InnerLookup {
  readonly label: string;
  /** `resource.operation` that answers with the record; what it needs is taken from the form */
  readonly operation: string;
  /** Values of it that are not the user's to choose */
  readonly input?: Readonly<Record<string, unknown>>;
  /** How what the operation needs is found when the form does not hold it, by its name: from another record that it holds */
  readonly otherwise?: Readonly<Record<string, Omit<Otherwise, 'instead' | 'once'>>>;
  /** Dotted path of the list in the record */
  readonly rows: string;
  /** What an entry that tells something else is not offered by: `{ scope: 'card' }` */
  readonly where?: Readonly<Record<string, string>>;
  /** Field of an entry that is sent. @default 'id' */
  readonly key?: string;
  /** Field of an entry that a person knows it by, or several that do so together. @default 'name' */
  readonly title?: string | readonly string[];
}

/** A product with an API: everything that all its operations share, and its resources by name. */
export interface Vendor<
  Resources extends Readonly<Record<string, Resource>> = Readonly<Record<string, Resource>>,
  Auth extends Readonly<Record<string, AuthScheme>> = Readonly<Record<string, AuthScheme>>,
> {
  /** Identifier: `vplan` */
  readonly name: string;
  /** As the product writes itself: `vPlan` */
  readonly label: string;
  readonly description: string;
  readonly website: string;
  readonly documentation: string;
  /** Production address, without a slash at the end */
  readonly baseUrl: string;
  readonly auth: Auth;
  readonly pagination: Pagination;
  /** Where the rows of a list that is not paged stand */
  readonly rowsPath: Paths;
  /** Where a record stands. @default the answer itself */
  readonly itemPath?: Paths;
  readonly errors: Errors;
  readonly quota: Quota;
  /** Languages of `filter` and `sort` fields */
  readonly filter?: FilterLanguage;
  readonly sort?: SortLanguage;
  /** Left out: titles are looked through here, page by page */
  readonly search?: Search;
  /** What `ref`s may point to beside resources */
  readonly lookups?: Readonly<Record<string, InnerLookup>>;
  readonly events: readonly VendorEvent[];
  readonly webhooks: Webhooks;
  readonly resources: Resources;
}

/** Describes a vendor; the types of its client follow from it. */
export const defineVendor = <
  const Resources extends Readonly<Record<string, Resource>>,
  const Auth extends Readonly<Record<string, AuthScheme>>,
>(
  vendor: Vendor<Resources, Auth>,
): Vendor<Resources, Auth> => vendor;
