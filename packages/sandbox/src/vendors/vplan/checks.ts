import type { Problem } from '../../api-error.ts';
import type { Row } from '../../store.ts';
import type { Twin } from '../../twin.ts';
import { entriesOf } from './lists.ts';

type Values = Readonly<Record<string, unknown>>;

/** One entry of vPlan's error list for a field. */
export const problem = (field: string, what: string): Problem => ({
  message: `${field}: ${what}`,
  description: `The field ${field} ${what}`,
});

/** `external_ref` is unique for each kind of record. */
export const duplicateReference = (
  resource: string,
  values: Values,
  before: Row | undefined,
  twin: Twin,
): Problem[] => {
  const reference = values.external_ref;
  if (typeof reference !== 'string') return [];
  const taken = twin.store.rows(resource).some((row) => row.external_ref === reference && row.id !== before?.id);
  return taken
    ? [{ message: 'Duplicate entry', description: `Another ${resource} has the external_ref ${reference}` }]
    : [];
};

/** Labels that do not exist, in `labels: [{id}]`. */
export const unknownLabels = ({ labels }: Values, twin: Twin): Problem[] =>
  entriesOf(labels).flatMap(({ id }, index) =>
    twin.store.find('label', id) ? [] : [problem(`labels.${index}.id`, 'must be the identifier of a label')],
  );

/** A `status_id` that does not exist. */
export const unknownStatus = ({ status_id }: Values, twin: Twin): Problem[] =>
  status_id === undefined || twin.store.find('status', status_id)
    ? []
    : [problem('status_id', 'must be the identifier of a status')];
