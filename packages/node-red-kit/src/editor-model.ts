import type { Field } from '@patchbay/core';
import type { ComparedField } from './compared-value.ts';
import type { Names } from './names.ts';

/** A field with its names, as the form shows it. */
export interface FormField extends Field {
  readonly name: string;
  readonly label: string;
  /** What JSON for it looks like */
  readonly sample?: string;
}

/** Why an operation stands behind the usual ones: another way to the same end, not confirmed, or deprecated. */
export type Standing = 'other' | 'unconfirmed' | 'deprecated';

/** An operation as the form shows it; fields are indexes into `EditorModel.fields`. */
export interface FormOperation {
  readonly name: string;
  readonly label: string;
  readonly summary: string;
  readonly description?: string;
  /** Absent for the usual ones */
  readonly standing?: Standing;
  /** What does the same better, as the selects call it */
  readonly better?: string;
  /** Why it may not work as described */
  readonly doubt?: string;
  readonly deprecated?: string;
  readonly returns?: 'many' | 'file';
  /** Its record may have secret fields */
  readonly secrets?: true;
  /** Requests at most, where it makes several */
  readonly requests?: number;
  /** Sets of inputs of which exactly one must be given */
  readonly oneOf?: readonly (readonly string[])[];
  /** Pairs of inputs of which one must be given: the second stands for the first */
  readonly eitherOf?: readonly (readonly string[])[];
  readonly required: readonly number[];
  readonly optional: readonly number[];
  /** Those of the optional ones that only narrow the lists of others: they are always on the form */
  readonly choosing?: readonly number[];
}

/** A field that conditions and orders can be made of. */
export interface FilterField extends ComparedField {
  readonly name: string;
}

/** A resource with the operations on it: the usual ones first. */
export interface FormResource {
  readonly name: string;
  readonly label: string;
  readonly operations: readonly FormOperation[];
  /** Fields that conditions and orders are made of, where it has any */
  readonly filterFields?: readonly FilterField[];
}

/** A way to authenticate. */
export interface FormScheme {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly fields: readonly FormField[];
  /** A person allows it in a browser */
  readonly connects?: true;
}

/** What the list of a resource's records depends on, as names of fields of the form. */
export interface FormLookup {
  /** Must be set before */
  readonly needs: readonly string[];
  /** By what else a needed one is found when it is not set */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
  /** Are used when they are set */
  readonly narrowedBy: readonly string[];
}

/** How conditions are made. */
export interface FilterWords {
  /** With the words for them */
  readonly operators: Readonly<Record<string, string>>;
  /** Whether conditions, and groups of them, can be turned round */
  readonly negates: boolean;
  /** What no value can have in it */
  readonly quote: string;
}

/** Something that a trigger can wait for. */
export interface FormEvent {
  readonly name: string;
  /** With what is not certain about it */
  readonly description: string;
}

/** The operations of an action node, and the form's way to choose among them. */
export interface ActionModel {
  readonly type: string;
  readonly label: string;
  readonly resources: readonly FormResource[];
}

/** Everything that the forms of a package know of a vendor, as JSON inside its html file. */
export interface EditorModel {
  readonly label: string;
  readonly baseUrl: string;
  readonly names: Names;
  /** Each once, however many operations take it */
  readonly fields: readonly FormField[];
  /** The node for everyone, and the one for the vendor's partners where the package has one */
  readonly actions: readonly ActionModel[];
  readonly schemes: readonly FormScheme[];
  /** Resources whose records can be chosen from a list */
  readonly lookups: Readonly<Record<string, FormLookup>>;
  /** How the vendor compares, where conditions can be put together */
  readonly filter?: FilterWords;
  readonly sorts?: true;
  readonly events: readonly FormEvent[];
  /** Events not in the list may be named */
  readonly otherEvents?: true;
  /** What a trigger asks for beside its events */
  readonly needs: readonly FormField[];
}
