import type { Problem } from '../../../api-error.ts';
import type { Call, ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { followOrder, rowsOf } from '../background/order-collection.ts';
import { duplicateReference, unknownRecord, type Values } from './checks.ts';

/** What is wrong with a row, whether sent alone or within its order; `prefix` stands before the names of fields. */
export const rowProblems = (values: Values, before: Row | undefined, twin: Twin, prefix = ''): Problem[] => [
  ...duplicateReference('orderRow', values, before, twin),
  ...['activity', 'item'].flatMap((table) => unknownRecord(values, `${table}_id`, table, twin, prefix)),
];

const follow = ({ order_id }: Row, { twin, actor }: Pick<Call, 'twin' | 'actor'>): void =>
  followOrder(String(order_id), twin, actor);

/** A line of an order; whatever happens to it, the collection of the order follows. */
export const orderRowRules: ResourceRules = {
  defaults: ({ order_id }, twin) => {
    const order = twin.store.find('order', order_id);
    return { position: order ? rowsOf(order, twin).length + 1 : 1 };
  },
  check: (values, before, twin) => rowProblems(values, before, twin),
  // That an update moves it to the order it names is our reading: the documentation takes the field and says no more.
  storeNested(row, _, call, before) {
    follow(row, call);
    if (before && before.order_id !== row.order_id) follow(before, call);
  },
  remove(row, twin, actor) {
    twin.records.remove('orderRow', row.id, actor);
    follow(row, { twin, actor });
  },
};
