import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import type { Family } from '../wire/family.ts';

type Content = Readonly<Record<string, unknown>>;

/** What a view may look at beside its record. */
export interface Around {
  readonly twin: Twin;
  /** The same record is told in other words in each family of paths */
  readonly family: Family;
  readonly query: Content;
}

/** Values of an answer that follow from a record and its neighbours; they stand over the stored ones. */
export type View = (row: Row, around: Around) => Content;

/** A record that another one points to; an empty one when there is none. */
export const neighbour = ({ store }: Twin, table: string, id: unknown): Content => store.find(table, id) ?? {};

/** First and last name. */
export const fullName = ({ first_name, last_name }: Content): string =>
  [first_name, last_name].filter(Boolean).join(' ');

/** Where a record came from. */
export const sourceOf = ({ source_name, source_channel, channel, source_campaign, campaign, source_url }: Content) => ({
  name: source_name ?? null,
  channel: source_channel ?? channel ?? null,
  campaign: source_campaign ?? campaign ?? null,
  website_url: source_url ?? null,
});
