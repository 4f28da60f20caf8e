import type { Call } from '../../rules.ts';
import type { Row } from '../../store.ts';

type Content = Readonly<Record<string, unknown>>;

// vPlan's documentation names these extras and shows none of them: the shapes are ours.
const noTypes = { machine: 0, cell: 0, employee: 0 };
const computed: Readonly<Record<string, unknown>> = {
  time_tracking_total: 0,
  resource_type_count: noTypes,
  resource_type_time: noTypes,
  source: null,
};

const enriched = (row: Row, { store }: Call['twin']): Content => {
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
    ...Object.fromEntries(asked.map((name) => [name, computed[name] ?? null])),
    ...(query.enrich_custom_fields === true && enriched(row, twin)),
  };
};
