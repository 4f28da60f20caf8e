import type { Twin } from '../../../twin.ts';
import { activitiesOn } from '../background/estimate.ts';
import { takenOver } from '../background/order-collection.ts';
import { sharedAddress } from '../records/address.ts';
import { cardsOf } from '../records/progress.ts';
import { items, orders, projects, relations, type SeedOrder, type SeedRow, warehouses } from './trade.ts';
import { found, inDays, type Values, type Write } from './writer.ts';

const seedRow = (order: string, row: SeedRow, position: number, twin: Twin, write: Write): void => {
  const activity = row.activity === undefined ? null : found('activity', 'code', row.activity, twin).id;
  const item = row.item === undefined ? undefined : found('item', 'code', row.item, twin);
  const { description, quantity, unit } = row;
  const links = { order_id: order, activity_id: activity, item_id: item?.id ?? null, item_code: item?.code ?? null };
  write('orderRow', { code: String(position * 10), position, description, quantity, unit, status: 'open', ...links });
};

/** Gives the collection of an order what it takes over, and its cards their activities. */
const connect = (code: string, twin: Twin): void => {
  const order = found('order', 'code', code, twin);
  const collection = found('collection', 'id', order.collection_id, twin);
  // The seed names its collections for people, not by order number: that counts as changed by hand.
  const { activities, meta, from_order } = takenOver(order, twin);
  const whole = { ...collection, source_type: 'order', activities, meta, from_order };
  twin.store.put('collection', whole);
  for (const card of cardsOf(whole, twin)) {
    const stage = twin.store.find('stage', card.stage_id);
    if (stage) twin.store.put('card', { ...card, activities: activitiesOn(stage, whole, twin) });
  }
};

const seedOrder = (plan: SeedOrder, twin: Twin, write: Write): void => {
  const { collection, relation, project, item, warehouse, promisedInDays, address, rows, ...order } = plan;
  const values: Values = {
    ...order,
    status: 'open',
    date: inDays(-12, twin),
    promised_date: inDays(promisedInDays, twin),
    collection_id: found('collection', 'name', collection, twin).id,
    relation_id: found('relation', 'name', relation, twin).id,
    project_id: project === undefined ? null : found('project', 'name', project, twin).id,
    item_id: found('item', 'code', item, twin).id,
    warehouse_id: found('warehouse', 'code', warehouse, twin).id,
    address_id: sharedAddress({ ...address, country: 'NL' }, twin),
    external_url: `https://erp.example.com/orders/${order.code}`,
    external_ref: `ERP-${order.code}`,
  };
  const { id } = write('order', values);
  rows.forEach((row, index) => {
    seedRow(id, row, index + 1, twin, write);
  });
  connect(order.code, twin);
};

/** What the ERP brought: relations, projects, items, warehouses, and orders with the collections made from them. */
export const seedTrade = (twin: Twin, write: Write): void => {
  for (const { reference, ...relation } of relations) write('relation', { ...relation, external_ref: reference });
  for (const { reference, ...project } of projects) write('project', { ...project, external_ref: reference });
  for (const item of items) write('item', { ...item, external_ref: `ART-${item.code}` });
  for (const { reference, ...warehouse } of warehouses) write('warehouse', { ...warehouse, external_ref: reference });
  for (const order of orders) seedOrder(order, twin, write);
};
