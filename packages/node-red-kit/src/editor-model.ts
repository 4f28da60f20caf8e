import type { Field } from '@patchbay/core';
import type { Names } from './names.ts';

/** A field with its names, as the form shows it. */
export interface FormField extends Field {
  readonly name: string;
  readonly label: string;
}

/** An operation as the form shows it; fields are indexes into `EditorModel.fields`. */
export interface FormOperation {
  readonly name: string;
  readonly label: string;
  readonly summary: string;
  readonly description?: string;
  /** Why it may not work as described */
  readonly doubt?: string;
  readonly deprecated?: string;
  readonly many?: true;
  readonly required: readonly number[];
  readonly optional: readonly number[];
}

/** A resource with the operations on it. */
export interface FormResource {
  readonly name: string;
  readonly label: string;
  readonly operations: readonly FormOperation[];
}

/** A way to authenticate. */
export interface FormScheme {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly fields: readonly FormField[];
}

/** Everything that the forms of a package know of a vendor, as JSON inside its html file. */
export interface EditorModel {
  readonly label: string;
  readonly baseUrl: string;
  readonly names: Names;
  /** Each once, however many operations take it */
  readonly fields: readonly FormField[];
  readonly resources: readonly FormResource[];
  readonly schemes: readonly FormScheme[];
  /** Resources whose records can be chosen from a list, and the fields that must be set before */
  readonly lookups: Readonly<Record<string, readonly string[]>>;
  readonly events: readonly { readonly name: string; readonly description: string }[];
}
