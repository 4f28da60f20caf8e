/** What a typedInput holds: a literal of a kind, or where and how to find the value. */
export interface TypedValue {
  /** `str num bool json date msg flow global env jsonata` */
  readonly type: string;
  readonly value: string;
  /** Title of a record that was picked from a list, so that the form can show it again */
  readonly title?: string;
}

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
  readonly version: 1;
}

/** Saved properties of an account node; the scheme's fields are its credentials. */
export interface AccountConfig {
  readonly name: string;
  /** Name of one of the vendor's ways to authenticate */
  readonly scheme: string;
  /** The vendor's own when empty */
  readonly baseUrl: string;
  readonly version: 1;
}

/** Saved properties of a trigger node. */
export interface TriggerConfig {
  readonly name: string;
  readonly account: string;
  readonly events: readonly string[];
  /** Address under which the vendor reaches the HTTP nodes of this Node-RED */
  readonly callbackBase: string;
  /** `msg.payload` is the delivery as it arrived, not the record in it */
  readonly raw: boolean;
  readonly version: 1;
}

/** Stands in the editor for a secret that is stored and was not typed again. */
export const storedSecret = '__PWRD__';
