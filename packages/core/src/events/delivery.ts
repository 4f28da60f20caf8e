import type { Webhooks } from '../define/event.ts';
import type { Fields } from '../define/field.ts';
import type { Vendor } from '../define/vendor.ts';
import { WebhookError } from '../errors/webhook-error.ts';
import type { Row } from '../request/read-answer.ts';
import { firstAt, valueAt } from '../request/value-at.ts';
import { cleanRecord, hasSecrets } from '../request/without-secrets.ts';
import { fingerprint } from './fingerprint.ts';

/** What happened, in the same shape for every vendor; `raw` is what arrived. What the definition marks as secret is taken out. */
export interface Delivery {
  /** The same for a delivery that is sent again: drop what you have seen */
  readonly id: string;
  /** Whether `id` tells two changes of the same kind apart; without an instant in what arrived it may not */
  readonly certain: boolean;
  /** The vendor's name of the event: `card.updated` */
  readonly event: string;
  /** Kind of record it speaks of; empty for an event that the definition does not know */
  readonly resource: string;
  readonly recordId: string | undefined;
  /** Instant of the change, RFC 3339, where the record tells */
  readonly occurredAt: string | undefined;
  /** The record as it is now */
  readonly record: Row;
  /** What it was before, as far as the vendor tells */
  readonly previous: Row;
  /** Values that changed, were attached or detached, by the vendor's names */
  readonly changes: Row;
  readonly raw: unknown;
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Name of the event as it is subscribed to. */
const eventIn = ({ event, aliases = {} }: Webhooks, payload: unknown): string | undefined => {
  const parts = [event].flat().map((path) => asText(valueAt(payload, path)));
  if (parts.includes(undefined)) return undefined;
  const name = parts.join('/');
  return Object.keys(aliases).find((subscribed) => aliases[subscribed] === name) ?? name;
};

/** A copy of parsed JSON in which the record at a dotted path is without its secrets. */
const cleanAt = (value: unknown, path: string, fields: Fields): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (path === '') return cleanRecord(fields, value as Row);
  const [name = '', ...rest] = path.split('.');
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => [
    key,
    key === name ? cleanAt(entry, rest.join('.'), fields) : entry,
  ]);
  return Array.isArray(value) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries);
};

/**
 * Reads a delivery's parsed JSON. Events that the definition does not know are passed on with what they hold.
 * @throws WebhookError when it is not shaped like a delivery of this vendor
 */
export const readDelivery = (vendor: Vendor, arrived: unknown): Delivery => {
  const { webhooks } = vendor;
  const payload = webhooks.inList && Array.isArray(arrived) && arrived.length === 1 ? (arrived[0] as unknown) : arrived;
  const event = eventIn(webhooks, payload);
  if (!event)
    throw new WebhookError(`What arrived is not a delivery of ${vendor.label}: it names no event`, vendor.name);
  const known = vendor.events.find(({ name }) => name === event);
  const shape = (known && webhooks.shapes[known.shape]) ?? Object.values(webhooks.shapes)[0];
  const current = valueAt(payload, shape?.record ?? '');
  const previous = shape?.previous && valueAt(payload, shape.previous);
  // A removal may leave nothing current: then the record is what it was.
  const record = isRow(current) ? current : previous;
  if (!isRow(record)) throw new WebhookError(`The ${event} delivery of ${vendor.label} holds no record`, vendor.name);
  const changes = (shape?.changes ?? []).map((path) => [path.split('.').at(-1) as string, valueAt(payload, path)]);
  const occurredAt =
    webhooks.changedAt === undefined || shape?.undated ? undefined : asText(valueAt(record, webhooks.changedAt));
  const keys = webhooks.recordKey ?? (known && vendor.resources[known.resource]?.key) ?? 'id';
  const fields = known && vendor.resources[known.resource]?.fields;
  const path = payload === arrived ? [] : ['0'];
  return {
    id: fingerprint(JSON.stringify(payload)),
    event,
    resource: known?.resource ?? '',
    certain: occurredAt !== undefined || known?.once === true,
    recordId: firstAt(record, keys, isText),
    occurredAt,
    record: cleanRecord(fields, record),
    previous: isRow(previous) ? cleanRecord(fields, previous) : {},
    changes: Object.fromEntries(changes.filter(([, value]) => value !== undefined)) as Row,
    raw: fields && hasSecrets(fields) && shape ? cleanAt(arrived, [...path, shape.record].join('.'), fields) : arrived,
  };
};
