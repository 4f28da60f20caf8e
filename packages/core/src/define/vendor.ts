import type { AuthScheme } from './auth-scheme.ts';
import type { VendorEvent, Webhooks } from './event.ts';
import type { Resource } from './resource.ts';

/** Rows are asked for by how many to skip; the answer tells the total. */
export interface OffsetPagination {
  readonly style: 'offset';
  /** Query names */
  readonly limit: string;
  readonly offset: string;
  /** Dotted paths in the answer */
  readonly rows: string;
  readonly total: string;
  readonly maxPageSize: number;
}

/** How a vendor cuts lists into pages. */
export type Pagination = OffsetPagination;

/** Where the vendor's own words stand in an error's JSON, and what to tell the user on top. */
export interface ErrorShape {
  /** Dotted path of the list of errors */
  readonly list: string;
  /** Names within one of them */
  readonly message: string;
  readonly detail: string;
  readonly code: string;
  /** Dotted path of the reference that the vendor's support asks for */
  readonly reference: string;
  /** Next step by the vendor's code or by HTTP status */
  readonly advice: Readonly<Record<string, string>>;
}

/** Response header names (lower case) that tell the state of a quota; `reset` in seconds. */
export interface QuotaHeaders {
  readonly limit: string;
  readonly remaining: string;
  readonly reset: string;
}

/** How a record is found by a part of its name: `{field}` and `{value}` are filled in, the value between `quote`s. */
export interface Search {
  readonly query: string;
  readonly template: string;
  readonly quote: string;
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
  /** Dotted path of the rows in a list that is not paged */
  readonly rowsPath: string;
  readonly errors: ErrorShape;
  readonly quota: QuotaHeaders;
  readonly search: Search;
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
