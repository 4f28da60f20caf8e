import type { Call } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { linkIds, pivotsOf } from '../records/lists.ts';
import { resourceTypes } from '../resource-types.ts';
import { plain } from './plain.ts';

type Content = Readonly<Record<string, unknown>>;

const timeTracked = ({ id }: Row, { store }: Twin): number =>
  store
    .rows('timeTracking')
    .filter(({ card_id }) => card_id === id)
    .reduce((sum, { duration }) => sum + Number(duration ?? 0), 0);

/** Adds up an amount by type of resource; each type is there. */
const byType = (amounts: readonly (readonly [type: unknown, amount: number])[]): Content =>
  Object.fromEntries(
    resourceTypes.map((type) => [
      type,
      amounts.filter(([own]) => own === type).reduce((sum, [, amount]) => sum + amount, 0),
    ]),
  );

const typeCount = ({ resources }: Row, { store }: Twin): Content =>
  byType(linkIds(resources).map((id) => [store.find('resource', id)?.type, 1]));

const typeTime = ({ activities }: Row, { store }: Twin): Content =>
  byType(pivotsOf(activities).map(({ id, time }) => [store.find('activity', id)?.resource_type, Number(time ?? 0)]));

const sourceOf = ({ id }: Row, twin: Twin): unknown => {
  const order = twin.store.rows('order').find(({ collection_id }) => collection_id === id);
  return order ? plain('order', order, twin) : null;
};

/** vPlan's documentation names these extras and shows none of them: the shapes are ours. */
const computed: Readonly<Record<string, (row: Row, twin: Twin) => unknown>> = {
  time_tracking_total: timeTracked,
  resource_type_count: typeCount,
  resource_type_time: typeTime,
  source: sourceOf,
};

const enriched = (row: Row, { store }: Twin): Content => {
  const board = store.find('board', row.board_id);
  const definitions = (Array.isArray(board?.custom_fields) ? board.custom_fields : []) as Content[];
  const values = (Array.isArray(row.custom_fields) ? row.custom_fields : []) as Content[];
  const definitionOf = ({ name }: Content) => definitions.find((definition) => definition.name === name);
  return { custom_fields: values.map((value) => ({ ...value, definition: definitionOf(value) ?? null })) };
};

/** What `include` and `enrich_custom_fields` add to a record. */
export const extrasOf = ({ query, twin }: Call, row: Row): Content => {
  const asked = [query.include].flat().filter((name): name is string => typeof name === 'string');
  return {
    ...Object.fromEntries(asked.map((name) => [name, computed[name]?.(row, twin) ?? null])),
    ...(query.enrich_custom_fields === true && enriched(row, twin)),
  };
};
