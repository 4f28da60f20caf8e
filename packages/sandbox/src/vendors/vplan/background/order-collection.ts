import { ApiError } from '../../../api-error.ts';
import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { collectionRules } from '../records/collection-rules.ts';
import type { Entry, Pivot } from '../records/lists.ts';
import { isOn } from '../settings.ts';
import { planCollection } from './plan.ts';

type Content = Readonly<Record<string, unknown>>;

const minutesIn: Readonly<Record<string, number>> = { minutes: 1, hours: 60, days: 3600 };

/** Minutes of an order row: by its unit, with days of 3600 as the documentation prints them; 0 for any other unit. */
const rowMinutes = ({ unit, quantity }: Content): number =>
  Math.round((minutesIn[String(unit)] ?? 0) * Number(quantity ?? 0));

/** Rows of an order in their order. */
export const rowsOf = ({ id }: Row, { store }: Twin): Row[] =>
  store
    .rows('orderRow')
    .filter(({ order_id }) => order_id === id)
    .sort((one, other) => Number(one.position ?? 0) - Number(other.position ?? 0));

/** The activities of an order's rows, each once with the time of all its rows. */
const activitiesOf = (order: Row, twin: Twin): Pivot[] => {
  const times = new Map<string, number>();
  for (const row of rowsOf(order, twin))
    if (typeof row.activity_id === 'string')
      times.set(row.activity_id, (times.get(row.activity_id) ?? 0) + rowMinutes(row));
  return [...times].map(([id, time], index) => ({
    id,
    position: index + 1,
    time,
    time_remaining: time,
    time_original: time,
  }));
};

const contentOf = (order: Row): Content => ({
  name: order.code ?? order.description ?? '',
  description: [order.quantity, order.description]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' x '),
  due_date: order.promised_date ?? order.desired_date ?? null,
});

const metaOf = (order: Row, { store }: Twin): Content => ({
  order_type: order.type,
  order_status: order.status,
  address: store.find('address', order.address_id) ?? null,
  relation: store.find('relation', order.relation_id)?.name ?? null,
  project: store.find('project', order.project_id)?.name ?? null,
  promised_date: order.promised_date,
  desired_date: order.desired_date,
});

/** All that a collection takes over from its order; `from_order` is remembered to tell what people changed since. */
export const takenOver = (order: Row, twin: Twin): Content => {
  const content = contentOf(order);
  return { ...content, meta: metaOf(order, twin), activities: activitiesOf(order, twin), from_order: content };
};

const make = (order: Row, twin: Twin, actor: Actor): void => {
  // Which board it goes to is not documented: the first.
  const board_id = twin.store.rows('board')[0]?.id ?? null;
  const values = { ...takenOver(order, twin), board_id, source_type: 'order' };
  const collection = twin.records.create('collection', { ...collectionRules.defaults?.({}, twin), ...values }, actor);
  twin.records.update('order', order.id, { collection_id: collection.id }, actor);
  twin.tell('background', `Made the collection “${String(collection.name)}” of an order`);
  if (!isOn('automatic_planning', twin) || typeof order.promised_date !== 'string' || !board_id) return;
  try {
    planCollection(collection.id, board_id, { start: order.promised_date, reverse: true }, twin, actor);
  } catch (error) {
    // Nobody waits for an answer: the collection stays in the backlog.
    if (!(error instanceof ApiError)) throw error;
    twin.tell('background', `Did not plan the collection of an order: ${error.message}`, true);
  }
};

const lateWarning = (due: unknown): Entry => ({ type: 'order_date_changed', due_date: due });

/** Fields that people changed stay; activities follow in the backlog only; dates of a planned collection only warn. */
const follow = (collection: Row, order: Row, twin: Twin, actor: Actor): void => {
  const { activities, meta, from_order } = takenOver(order, twin);
  const now = from_order as Content;
  const last = (collection.from_order ?? {}) as Content;
  const untouched = Object.keys(now).filter((name) => collection[name] === last[name]);
  const moved = now.due_date !== last.due_date && collection.status === 'planned';
  twin.records.update(
    'collection',
    collection.id,
    {
      ...Object.fromEntries(untouched.map((name) => [name, now[name]])),
      ...(collection.status === 'not_planned' && { activities }),
      ...(moved && { warnings: [lateWarning(now.due_date)] }),
      meta,
      from_order,
    },
    actor,
  );
};

/** Makes or refreshes the collection of an order after the planning delay, as vPlan does after a change of the order. */
export const followOrder = (id: string, twin: Twin, actor: Actor): void =>
  twin.background.plan(`order:${id}`, twin.settings.planningDelay, () => {
    const order = twin.store.find('order', id);
    if (!order) return;
    const collection = twin.store.find('collection', order.collection_id);
    if (!collection) make(order, twin, actor);
    // One that was made by hand keeps what it is.
    else if (collection.source_type === 'order') follow(collection, order, twin, actor);
  });
