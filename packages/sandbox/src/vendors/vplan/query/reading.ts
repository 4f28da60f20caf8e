import { refusal } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { noteDeprecated } from '../handlers/api-messages.ts';
import { extrasOf } from './extras.ts';
import { filterTest } from './filter-match.ts';
import { FilterError, parseFilter } from './filter-parser.ts';
import { mainField } from './main-fields.ts';
import { countRelated, refuseOversized } from './memory.ts';
import { plain } from './plain.ts';
import { hideProperties, showProperties } from './properties.ts';
import { type Embedding, embedded, readEmbeds } from './relations.ts';
import { sorted } from './sort.ts';

type Content = Readonly<Record<string, unknown>>;

const names = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];

/** Relations that an operation embeds without being asked, as recorded answers show. */
const always: Readonly<Record<string, readonly string[]>> = { 'comment.get': ['user'] };

const withoutDefinitions = ({ custom_fields: _, ...board }: Content): Content => board;

/** A record as an operation answers with it: relations, extras, `show` and `hide` as asked for. */
export const present = (call: Call, row: Row): Content => {
  const { twin, operation, query } = call;
  const resource = operation.resource.name;
  const own = plain(resource, row, twin);
  const embedding: Embedding = {
    twin,
    count: (found) => countRelated(call, found),
    show: (other, table) => plain(table, other, twin),
  };
  const relations = [...(always[operation.key] ?? []), ...names(query.with)];
  const whole = {
    // Definitions of custom fields come with one board, not with the list.
    ...(operation.key === 'board.list' ? withoutDefinitions(own) : own),
    ...embedded(row, resource, readEmbeds(twin.vendor, resource, relations), embedding),
    ...extrasOf(call, row),
  };
  const kept = query.show === undefined ? whole : showProperties(whole, names(query.show));
  return query.hide === undefined ? kept : hideProperties(kept, names(query.hide));
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

const isArchived = ({ archived_at }: Row): boolean => typeof archived_at === 'string';

/** The rows that a list's `filter` lets through, ordered by its `sort`. Archived ones stay out unless they are asked for. */
export const select = (call: Call, rows: readonly Row[]): readonly Row[] => {
  const { operation, query } = call;
  const test = filterOf(call);
  const listed = query.archived === true ? rows : rows.filter((row) => !isArchived(row));
  const found = test ? listed.filter(test) : listed;
  return typeof query.sort === 'string' ? sorted(found, query.sort, (name) => mainField(operation, name)) : found;
};

/**
 * Refuses relations, filters and orders that vPlan does not know, also where there is nothing to read, and reads that are
 * too large.
 * @throws ApiError 400, or 500 with vPlan's code 10005
 */
export const checkQuery = (call: Call): void => {
  const embeds = readEmbeds(call.twin.vendor, call.operation.resource.name, names(call.query.with));
  select(call, []);
  refuseOversized(call, embeds);
  noteDeprecated(call);
};
