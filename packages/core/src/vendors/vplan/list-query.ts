import { filter, flag, list, sort, text } from '../../define/field.ts';

const property = text('A property, or relation.property');

/** Which properties come back; taken by most operations that answer with records. */
export const showHide = {
  show: list(property, 'Properties to return, and no others', { example: ['id', 'name'] }),
  hide: list(property, 'Properties to leave out', { example: ['custom_fields'] }),
} as const;

/** Narrows and orders a list. */
export const listQuery = {
  filter: filter('Conditions on main fields', { example: "created_at:gte:'2026-01-01T00:00:00Z'" }),
  sort: sort('Order of the rows, by main fields', { example: 'created_at:asc' }),
  ...showHide,
} as const;

const relation = text('Name of a relation, a dot goes one level deeper');
const embedded = { label: 'Related Records' } as const;

/** Embeds related records; known names are suggestions, others can be tried. */
export const withRelations = <const Names extends readonly string[]>(names: Names) =>
  ({ with: list(relation, 'Related records to embed', { ...embedded, suggestions: names }) }) as const;

/** Embeds related records where vPlan does not say which there are. */
export const withUnlisted = {
  with: list(relation, 'Related records to embed; vPlan does not list their names', embedded),
} as const;

/** Archived records stay out of a list otherwise. */
export const archivedToo = { archived: flag('Include archived records') } as const;

/** vPlan removes nested records that an update leaves out; this switch keeps them, and is on unless switched off. */
export const keepNested = {
  update_without_delete_nested: flag('Keep nested records missing from the lists sent', {
    label: 'Keep Nested Records',
    default: true,
  }),
} as const;
