/** What a typedInput holds: a literal of a kind, or where and how to find the value. */
export interface TypedValue {
  /**
   * `str num bool json date msg flow global env jsonata`; `conditions` and `order` for what was put together in the form:
   * `SavedConditions` and `SortKey[]` as JSON
   */
  readonly type: string;
  readonly value: string;
  /** Title of a record that was picked from a list, so that the form can show it again */
  readonly title?: string;
  /** The same where a list holds several, by their identifiers */
  readonly titles?: Readonly<Record<string, string>>;
}

/** A condition as the form saves it: its value may be found in the message, as any other may. */
export interface SavedCondition {
  /** Wire name of a field of the rows */
  readonly field: string;
  readonly operator: string;
  readonly not?: true;
  readonly value: TypedValue;
}

/** Conditions as the form saves them; among them groups of conditions. */
export interface SavedConditions {
  readonly match: 'all' | 'any';
  readonly not?: true;
  readonly conditions: readonly (SavedCondition | SavedConditions)[];
}

/** Whether what stands among conditions is a group of them. */
export const isSavedGroup = (entry: Partial<SavedCondition> | SavedConditions): entry is SavedConditions =>
  'conditions' in entry;

/** How many rows become messages. */
export type OutputMode = 'array' | 'page' | 'row';

/** Which inputs that the form does not set are taken from `msg.payload`. */
export type PayloadUse = 'none' | 'required' | 'all';

/** Saved properties of an action node. */
export interface ActionConfig {
  readonly account: string;
  readonly resource: string;
  readonly operation: string;
  /** By wire name. Not called `inputs`: the editor counts a node's ports by that property */
  readonly fields: Readonly<Record<string, TypedValue>>;
  readonly fromPayload: PayloadUse;
  readonly output: OutputMode;
  /** Rows at most, all for an empty value */
  readonly limit: TypedValue;
  /** Rows passed over at the start, none for an empty value */
  readonly offset?: TypedValue;
  /** Where a file that is received goes: a path, or `msg.payload` for an empty value */
  readonly saveTo?: TypedValue;
  /** Secret fields stay in the records */
  readonly keepSecrets?: boolean;
  readonly version: 1;
}

/** Saved properties of an account node; the scheme's fields are its credentials. */
export interface AccountConfig {
  readonly name: string;
  /** Name of one of the vendor's ways to authenticate */
  readonly scheme: string;
  /** The vendor's own when empty */
  readonly baseUrl: string;
  /** Where the vendor sends the browser back to; what the editor finds when empty */
  readonly redirectUri?: string;
  readonly version: 1;
}

/** Saved properties of a trigger node. */
export interface TriggerConfig {
  readonly name: string;
  readonly account: string;
  readonly events: readonly string[];
  /** Values that the vendor wants for every subscription, by wire name */
  readonly needs?: Readonly<Record<string, TypedValue>>;
  /** Address under which the vendor reaches the HTTP nodes of this Node-RED */
  readonly callbackBase: string;
  /** `msg.payload` is the delivery as it arrived, not the record in it */
  readonly raw: boolean;
  readonly version: 1;
}

/** Stands in the editor for a secret that is stored and was not typed again. */
export const storedSecret = '__PWRD__';

/** Credential of an account that its tokens are sealed with, and found by. Made by the runtime, never shown. */
export const connectionKey = 'connectionKey';
