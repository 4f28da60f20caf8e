/** Dotted path into an answer; of several, the first that holds what is looked for counts. `''` is the answer itself. */
export type Paths = string | readonly string[];

interface Paging {
  /** Where the rows stand, unless the operation says so */
  readonly rows?: Paths;
  /** Dotted path of the number of rows over all pages */
  readonly total?: string;
  /** Dotted path of a value that is false, null or absent on the last page. When absent on a full page, the walk goes on */
  readonly more?: Paths;
  readonly maxPageSize: number;
}

/** Rows are asked for by how many to skip. */
export interface OffsetPagination extends Paging {
  readonly style: 'offset';
  /** Query names */
  readonly limit: string;
  readonly offset: string;
}

/** Rows are asked for by the number of a page, counted from 1. */
export interface PagePagination extends Paging {
  readonly style: 'page';
  /** Query names */
  readonly page: string;
  readonly size: string;
}

/** How a vendor cuts lists into pages. */
export type Pagination = OffsetPagination | PagePagination;
