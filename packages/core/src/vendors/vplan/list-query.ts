import { flag, list, text } from '../../define/field.ts';

/** Which properties come back; taken by every operation that answers with records. */
export const showHide = {
  show: list(text('A property, or relation.property'), 'Properties to return, everything else is left out', {
    example: ['id', 'name'],
  }),
  hide: list(text('A property, or relation.property'), 'Properties to leave out', { example: ['custom_fields'] }),
} as const;

/** Narrows and orders a list. */
export const listQuery = {
  filter: text('Conditions as field:operator:value joined by ,and, or ,or, with values in single quotes', {
    example: "created_at:gte:'2026-01-01T00:00:00Z'",
  }),
  sort: text('Fields to order by, each with :asc or :desc, main fields only', { example: 'created_at:asc' }),
  ...showHide,
} as const;

/** Embeds related records; known names are suggestions, others can be tried. */
export const withRelations = <const Names extends readonly string[]>(names: Names) =>
  ({
    with: list(text('Name of a relation, a dot goes one level deeper'), 'Related records to embed', {
      suggestions: names,
    }),
  }) as const;

/** vPlan removes nested records that an update leaves out; this switch keeps them, and is on unless switched off. */
export const keepNested = {
  update_without_delete_nested: flag('Keep nested records that are not in the lists sent', {
    label: 'Keep Nested Records',
    default: true,
  }),
} as const;
