import { refusal } from '../../api-error.ts';
import type { Call } from '../../rules.ts';
import type { Row } from '../../store.ts';
import type { Twin } from '../../twin.ts';
import { extrasOf } from './extras.ts';
import { filterTest } from './query/filter-match.ts';
import { FilterError, parseFilter } from './query/filter-parser.ts';
import { mainField } from './query/main-fields.ts';
import { hideProperties, showProperties } from './query/properties.ts';
import { embedded, isEmbeddedOnly, readEmbeds } from './query/relations.ts';
import { sorted } from './query/sort.ts';
import { canSend } from './subscriptions.ts';

type Content = Readonly<Record<string, unknown>>;

/** Stored fields that are never shown. */
const neverShown: Readonly<Record<string, readonly string[]>> = { collection: ['cover_image_checksum'], me: ['id'] };

const names = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : undefined;

/** A record as vPlan shows it without being asked for more. */
export const plain = (resource: string, row: Row, { vendor, scheduler }: Twin): Content => {
  const kept = Object.entries(row).filter(
    ([name]) => !isEmbeddedOnly(vendor, resource, name) && !neverShown[resource]?.includes(name),
  );
  const state = resource === 'webhook' ? { can_send: canSend(row, scheduler.now()) } : {};
  return { ...Object.fromEntries(kept), ...state };
};

const withoutDefinitions = ({ custom_fields: _, ...board }: Content): Content => board;

/** A record as an operation answers with it: relations, extras, `show` and `hide` as asked for. */
export const present = (call: Call, row: Row): Content => {
  const { twin, operation, query } = call;
  const resource = operation.resource.name;
  const show = (other: Row, table: string): Content => plain(table, other, twin);
  const own = show(row, resource);
  const whole = {
    // Definitions of custom fields come with one board, not with the list.
    ...(operation.key === 'board.list' ? withoutDefinitions(own) : own),
    ...embedded(row, resource, readEmbeds(twin.vendor, resource, names(query.with) ?? []), twin, show),
    ...extrasOf(call, row),
  };
  const wanted = names(query.show);
  const unwanted = names(query.hide);
  const kept = wanted ? showProperties(whole, wanted) : whole;
  return unwanted ? hideProperties(kept, unwanted) : kept;
};

const badFilter = (error: unknown): unknown =>
  error instanceof FilterError ? refusal(400, `Wrong filter: ${error.message}`, 'The filter cannot be read') : error;

const filterOf = ({ operation, query }: Call): ((row: Row) => boolean) | undefined => {
  if (typeof query.filter !== 'string') return undefined;
  try {
    return filterTest(parseFilter(query.filter), (name) => mainField(operation, name));
  } catch (error) {
    throw badFilter(error);
  }
};

/** The rows that a list's `filter` lets through, ordered by its `sort`. */
export const select = (call: Call, rows: readonly Row[]): readonly Row[] => {
  const { operation, query } = call;
  const test = filterOf(call);
  const found = test ? rows.filter(test) : rows;
  return typeof query.sort === 'string' ? sorted(found, query.sort, (name) => mainField(operation, name)) : found;
};

/**
 * Refuses relations, filters and orders that vPlan does not know, also where there is nothing to read.
 * @throws ApiError 400
 */
export const checkQuery = (call: Call): void => {
  readEmbeds(call.twin.vendor, call.operation.resource.name, names(call.query.with) ?? []);
  select(call, []);
};
