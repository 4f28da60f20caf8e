import type { TypedValue } from '../config.ts';
import type { FilterField, FilterWords, FormField } from '../editor-model.ts';
import { createConditionList } from './condition-list.ts';
import type { Builders } from './input-types.ts';
import { createOrderList } from './order-list.ts';
import type { FindChoices } from './pick-list.ts';
import { conditionsIn, orderIn } from './saved-list.ts';

/** What conditions and orders of an operation are made of. */
export interface RowLanguage {
  /** Worth offering */
  readonly fields: readonly FilterField[];
  /** Absent where the vendor has no language for conditions */
  readonly filter?: FilterWords;
  readonly sorts: boolean;
  /** How records are found that a field refers to, where they can be chosen without more */
  readonly finderOf?: (field: FilterField) => FindChoices | undefined;
}

/** What a field can be put together with. */
export const buildersFor = ({ kind }: FormField, language: RowLanguage | undefined): Builders => ({
  conditions: kind === 'filter' && language?.filter !== undefined,
  order: kind === 'sort' && language?.sorts === true,
});

/** The part of a row in which conditions or an order are put together; its value is what is saved. */
export interface FieldBuilder {
  readonly type: 'conditions' | 'order';
  readonly element: HTMLElement;
  read(): string;
}

/** The builder for a field, `undefined` where it has none. */
export const createBuilder = (
  field: FormField,
  language: RowLanguage | undefined,
  given: TypedValue,
  onChange: () => void,
): FieldBuilder | undefined => {
  const { conditions, order } = buildersFor(field, language);
  const fields = language?.fields ?? [];
  if (conditions && language?.filter) {
    const { filter, finderOf } = language;
    const list = createConditionList({ ...filter, fields, finderOf, given: conditionsIn(given), onChange });
    return { type: 'conditions', element: list.element, read: () => JSON.stringify(list.read()) };
  }
  if (!order) return undefined;
  const list = createOrderList({ fields: fields.map(({ name }) => name), given: orderIn(given), onChange });
  return { type: 'order', element: list.element, read: () => JSON.stringify(list.read()) };
};
