import type { Evidence } from './operation.ts';

/** Something that happens in the vendor's product and can start a flow. */
export interface VendorEvent {
  /** The vendor's own name: `card.updated` */
  readonly name: string;
  /** "A card was changed" */
  readonly description: string;
  /** Resource of `record` in a delivery */
  readonly resource: string;
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
  /** Values that changed, were attached or detached */
  readonly changes?: readonly string[];
}

/** How a vendor's webhooks are subscribed to and what arrives. */
export interface Webhooks {
  /** Resource with `list`, `create`, `update` and `delete` of subscriptions */
  readonly resource: string;
  /** Wire names on a subscription */
  readonly fields: {
    readonly id: string;
    readonly url: string;
    readonly events: string;
    readonly active: string;
    readonly description: string;
    /** `false` while the vendor holds deliveries back */
    readonly sending?: string;
  };
  /** Dotted path of the event's name in a delivery */
  readonly event: string;
  /** Dotted path of the instant of the change within `record` */
  readonly changedAt: string;
  readonly shapes: Readonly<Record<string, DeliveryShape>>;
  /** The vendor counts a delivery as failed after this long */
  readonly timeLimitSeconds: number;
  readonly source: string;
}
