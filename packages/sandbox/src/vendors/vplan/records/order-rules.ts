import type { Problem } from '../../../api-error.ts';
import type { Actor, ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { followOrder, rowsOf } from '../background/order-collection.ts';
import { sharedAddress } from './address.ts';
import { duplicate, problem, repeatedReferences, unknownRecord, type Values } from './checks.ts';
import { eraseCollection } from './collection-rules.ts';
import { type Entry, entriesOf, missingRows } from './lists.ts';
import { rowProblems } from './order-row-rules.ts';

/** Unique on three fields together; a null in one of two switches the check off. */
const duplicateOrder = (values: Values, before: Row | undefined, { store }: Twin): Problem[] => {
  const key = (row: Values) => [row.external_ref, row.type, row.sub_type];
  const own = key({ ...before, ...values });
  if (own.some((part) => part === null || part === undefined)) return [];
  const taken = store
    .rows('order')
    .some((row) => row.id !== before?.id && key(row).every((part, at) => part === own[at]));
  return taken
    ? [duplicate(`Another order has the external_ref ${own[0]}, type ${own[1]} and sub_type ${own[2]}`)]
    : [];
};

const nestedProblems = ({ order_rows }: Values, before: Row | undefined, twin: Twin): Problem[] => {
  const entries = entriesOf(order_rows);
  const each = entries.flatMap((entry, index) => {
    const at = `order_rows.${index}.`;
    const known = twin.store.find('orderRow', entry.id);
    return [
      ...('id' in entry && (!known || known.order_id !== before?.id)
        ? [problem(`${at}id`, 'must be the identifier of a row of the order')]
        : []),
      // That of an order which is yet to be made nobody can know: there it is passed over, as null is.
      ...(before && entry.order_id !== undefined && entry.order_id !== null && entry.order_id !== before.id
        ? [problem(`${at}order_id`, 'must be that of the order itself')]
        : []),
      ...rowProblems(entry, known, twin, at),
    ];
  });
  return [...each, ...repeatedReferences('orderRow', entries)];
};

/** What of an entry is stored: names that a row does not have are passed over, vPlan's own sample sends one. */
const rowValues = ({ id: _, order_id: __, ...entry }: Entry, { vendor }: Twin): Values => {
  const fields = vendor.resources.orderRow?.fields ?? {};
  return Object.fromEntries(Object.entries(entry).filter(([name]) => Object.hasOwn(fields, name)));
};

const storeRows = (order: Row, sent: unknown, removeMissing: boolean, twin: Twin, actor: Actor): void => {
  const stored = rowsOf(order, twin);
  const entries = entriesOf(sent);
  if (removeMissing) for (const row of missingRows(stored, entries)) twin.records.remove('orderRow', row.id, actor);
  entries.forEach((entry, index) => {
    const known = stored.find(({ id }) => id === entry.id);
    const values = rowValues(entry, twin);
    if (known) twin.records.update('orderRow', known.id, values, actor);
    else twin.records.create('orderRow', { position: index + 1, ...values, order_id: order.id }, actor);
  });
};

/** An order with its rows and address. Its collection follows in the background; removing the order removes that too. */
export const orderRules: ResourceRules = {
  nested: ['order_rows'],
  check: (values, before, twin) => [
    ...duplicateOrder(values, before, twin),
    // Also where one of them is null: which of the two would count nobody can tell.
    ...(values.address !== undefined && values.address_id !== undefined
      ? [problem('address_id', 'cannot be given together with address')]
      : []),
    ...unknownRecord(values, 'address_id', 'address', twin),
    ...nestedProblems(values, before, twin),
  ],
  prepare({ address, ...values }, _, { twin }) {
    if (address === undefined) return values;
    return { ...values, address_id: address === null ? null : sharedAddress(address as Values, twin) };
  },
  storeNested(order, lists, { twin, query, actor }) {
    if ('order_rows' in lists) storeRows(order, lists.order_rows, query.remove_missing === true, twin, actor);
    followOrder(order.id, twin, actor);
  },
  remove(order, twin, actor) {
    twin.background.cancel(`order:${order.id}`);
    for (const row of rowsOf(order, twin)) twin.records.remove('orderRow', row.id, actor);
    const collection = twin.store.find('collection', order.collection_id);
    if (collection?.source_type === 'order') eraseCollection(collection, twin, actor);
    twin.records.remove('order', order.id, actor);
  },
};
