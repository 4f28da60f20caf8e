import { text } from '../../define/field.ts';

/** Key of the record in another system; archived records keep theirs, so nothing else can have it. */
export const externalRef = {
  external_ref: text('Key in another system, unique for its kind, archived ones included', {
    label: 'External Reference',
    nullable: true,
    example: 'ERP-2026-118',
  }),
} as const;

/** The same where vPlan takes it in no call. */
export const externalRefShown = {
  external_ref: text(externalRef.external_ref.description, {
    label: 'External Reference',
    readOnly: true,
    nullable: true,
  }),
} as const;

/** Creates the record, or updates the one that has the external reference. */
export const byExternalRef = {
  summary: 'Create or update by external reference',
  find: 'list',
  create: 'create',
  update: 'update',
  by: ['external_ref'],
  input: { filter: { all: [{ field: 'external_ref', operator: 'eq', value: '{external_ref}' }] } },
  source: 'https://docs.api.vplan.com',
} as const;
