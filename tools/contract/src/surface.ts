import type { InputValues, Operation, Row } from '@patchbay/core';

/** What came out of one call: rows, a record, the content of a file or nothing, or the stable code and the words of the error. */
export type Outcome =
  | { readonly rows: readonly Row[] }
  | { readonly record: Row }
  | { readonly file: string }
  | { readonly done: true }
  | { readonly code: string; readonly message: string };

/** One of the ways in which a user calls operations. */
export interface Surface {
  readonly name: string;
  /** Calls an operation with an input as a user of this surface would; of a list, the first `limit` rows */
  call(operation: Operation, input: InputValues, limit: number): Promise<Outcome>;
  close(): Promise<void>;
}

/** Where the vendor is played. */
export interface VendorAccess {
  readonly baseUrl: string;
  readonly credential: Readonly<Record<string, string>>;
}
