import type { InputValues, Operation, Row } from '@patchbay/core';

/** What came out of one call: rows, a record, the content of a file or nothing, or the stable code and the words of the error. */
export type Outcome =
  | { readonly rows: readonly Row[] }
  | { readonly record: Row }
  | { readonly file: string }
  | { readonly done: true }
  | { readonly code: string; readonly message: string };

/** Values of a credential's fields. */
export type Credential = Readonly<Record<string, string>>;

/** One of the ways in which a user calls operations. */
export interface Surface {
  readonly name: string;
  /**
   * Calls an operation with an input as a user of this surface would; of a list, the first `limit` rows.
   * @param credential other than the one that the surface was made with
   */
  call(operation: Operation, input: InputValues, limit: number, credential?: Credential): Promise<Outcome>;
  close(): Promise<void>;
}

/** Where the vendor is played. */
export interface VendorAccess {
  readonly baseUrl: string;
  readonly credential: Credential;
}
