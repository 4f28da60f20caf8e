import type { Fields } from './field.ts';
import type { Evidence } from './operation.ts';
import type { Paths } from './pagination.ts';

/** Something that happens in the vendor's product and can start a flow. */
export interface VendorEvent {
  /** The vendor's own name: `card.updated` */
  readonly name: string;
  /** "A card was changed" */
  readonly description: string;
  /** Resource of `record` in a delivery */
  readonly resource: string;
  /** Happens once in the life of a record, so a second delivery is a repetition */
  readonly once?: boolean;
  /** Name of the payload shape in `Webhooks.shapes` */
  readonly shape: string;
  readonly evidence: Evidence;
}

/** Dotted paths into a delivery's JSON. */
export interface DeliveryShape {
  /** The record as it is now */
  readonly record: string;
  /** What it was before */
  readonly previous?: string;
  /** The change does not move the record's instant: what arrives tells no time */
  readonly undated?: boolean;
  /** Values that changed, were attached or detached */
  readonly changes?: readonly string[];
}

/** How a vendor's webhooks are subscribed to and what arrives. */
export interface Webhooks {
  /** Resource of subscriptions */
  readonly resource: string;
  /** Its operations. @default `list`, `create`, `update` and `delete`; `false` where the vendor has none */
  readonly operations?: {
    readonly list?: string;
    readonly create?: string;
    readonly update?: string | false;
    readonly delete?: string;
  };
  /** A subscription holds one event: several events are several subscriptions */
  readonly single?: boolean;
  /** Values that a trigger asks the user for and that every call on subscriptions takes, such as `app_id` */
  readonly needs?: Fields;
  /** Events not in the list may be named by the user */
  readonly otherEvents?: boolean;
  /** Wire names on a subscription */
  readonly fields: {
    readonly id: string;
    readonly url: string;
    readonly events: string;
    /** Where a listed subscription names its event, when not under `events`: joined by `/` */
    readonly eventIn?: readonly string[];
    readonly active?: string;
    readonly description?: string;
    /** `false` while the vendor holds deliveries back */
    readonly sending?: string;
  };
  /** Where the event's name stands in a delivery: dotted paths, joined by `/` when there are several */
  readonly event: string | readonly string[];
  /** Dotted path of the instant of the change within `record` */
  readonly changedAt?: string;
  /** Fields that may identify the record, the first that is there counts. @default the key of the resource */
  readonly recordKey?: Paths;
  /** A delivery may come as a list with one entry */
  readonly inList?: boolean;
  /** Names under which events arrive, by the name they were subscribed with */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly shapes: Readonly<Record<string, DeliveryShape>>;
  /** The vendor counts a delivery as failed after this long, where it says so */
  readonly timeLimitSeconds?: number;
  readonly source: string;
}
