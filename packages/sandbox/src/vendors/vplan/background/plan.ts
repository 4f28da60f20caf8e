import { ApiError, invalid, notFound } from '../../../api-error.ts';
import type { Actor, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { entryStatus, newCard, ofBoard, removeCard } from '../records/card-rules.ts';
import { identifierOf, unknownLinks } from '../records/checks.ts';
import { linkIds, type Pivot } from '../records/lists.ts';
import { cardsOf } from '../records/progress.ts';
import { activitiesOn, daysOf, minutesOf } from './estimate.ts';
import { dayOf, workdays } from './workdays.ts';

/** What may be said when a collection is planned; named as in the body of `POST /collection/{id}/board/{id}`. */
export interface PlanOptions {
  readonly start?: unknown;
  readonly stage_id?: unknown;
  readonly status_id?: unknown;
  readonly reverse?: unknown;
  /** Links to the resources that get the cards */
  readonly resources?: unknown;
}

/** A card to be made. */
interface Piece {
  readonly stage: Row;
  readonly activities: readonly Pivot[];
  readonly minutes: number;
  readonly days: number;
}

const stagesFrom = (board: string, stage: unknown, twin: Twin): Row[] => {
  const stages = ofBoard('stage', board, twin);
  return stages.slice(
    Math.max(
      0,
      stages.findIndex(({ id }) => id === stage),
    ),
  );
};

/** One card for each stage; on a board that splits by activity, one for each activity of the stage. */
const piecesOf = (collection: Row, board: Row, options: PlanOptions, twin: Twin): Piece[] =>
  stagesFrom(board.id, options.stage_id, twin).flatMap((stage, index) => {
    const all = activitiesOn(stage, collection, twin);
    const parts = board.split_cards_by_activity === true && all.length > 1 ? all.map((one) => [one]) : [all];
    return parts.map((activities) => ({
      stage,
      activities,
      minutes: minutesOf(activities, index),
      days: daysOf(activities, twin),
    }));
  });

/** The cards of a plan and the days of all its steps. */
interface Plan {
  readonly pieces: readonly Piece[];
  readonly days: readonly string[];
}

const planOf = (collection: Row, board: Row, options: PlanOptions, twin: Twin): Plan => {
  const pieces = piecesOf(collection, board, options, twin);
  const first = typeof options.start === 'string' ? options.start : dayOf(twin.scheduler.now() + 86_400_000);
  // A piece of several days takes as many steps; only its first waits for the delay of the stage.
  const delays = pieces.flatMap(({ stage, days }) => [Number(stage.delay_day ?? 0), ...Array(days - 1).fill(0)]);
  return { pieces, days: workdays(first, delays, board.workdays, options.reverse === true) };
};

/** Whether all days of a plan can be written as `YYYY-MM-DD`: the calendar of vPlan's dates has a first and a last one. */
const fitsCalendar = ({ days }: Plan): boolean => days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));

/** The work that vPlan does after its answer: cards on consecutive working days. */
const makeCards = (id: string, boardId: string, options: PlanOptions, twin: Twin, actor: Actor): void => {
  const { store, records } = twin;
  const collection = store.find('collection', id);
  const board = store.find('board', boardId);
  if (!collection || !board) return;
  const plan = planOf(collection, board, options, twin);
  const { pieces, days } = plan;
  if (!fitsCalendar(plan)) {
    // It did when it was asked for; stages were added since.
    twin.tell('background', `There are no days to plan “${String(collection.name)}” on`, true);
    return;
  }
  // What becomes of the cards of an earlier plan is not documented: they are replaced.
  for (const card of cardsOf(collection, twin)) removeCard(card, twin, actor);
  const status = options.status_id ?? entryStatus(boardId, twin)?.id ?? null;
  const resources = linkIds(options.resources).map((resource) => ({ id: resource }));
  let step = 0;
  for (const { stage, activities, minutes, days: length } of pieces) {
    const values = { start_date: days[step], end_date: days[step + length - 1], time: minutes, activities, resources };
    const name = `${String(collection.name)}: ${String(stage.name)}`;
    records.create(
      'card',
      { ...newCard(collection, twin), name, stage_id: stage.id, status_id: status, ...values },
      actor,
    );
    step += length;
  }
  records.update('collection', id, { start: days[0] ?? null, end: days.at(-1) ?? null }, actor);
  twin.tell('background', `Made ${pieces.length} cards for “${String(collection.name)}” on ${String(board.name)}`);
};

const refuseStrangers = (boardId: string, options: PlanOptions, twin: Twin): void => {
  for (const [field, table] of [
    ['stage_id', 'stage'],
    ['status_id', 'status'],
  ] as const)
    if (options[field] !== undefined && twin.store.find(table, options[field])?.board_id !== boardId)
      throw invalid(field, `${identifierOf(table)} of the board`);
  const [wrong] = unknownLinks({ resources: options.resources }, 'resources', 'resource', twin);
  if (wrong) throw new ApiError(422, [wrong]);
};

/**
 * Plans a collection on a board: at once it is planned, its cards come after the planning delay.
 * @throws ApiError 404 for an unknown collection or board, 422 for a stage or status of another board, or for a start that
 * leaves no days to plan on
 */
export const planCollection = (id: string, boardId: string, options: PlanOptions, twin: Twin, actor: Actor): Row => {
  const { store, records, settings } = twin;
  const collection = store.find('collection', id);
  const board = store.find('board', boardId);
  if (!collection) throw notFound('collection', id);
  if (!board) throw notFound('board', boardId);
  refuseStrangers(boardId, options, twin);
  if (!fitsCalendar(planOf(collection, board, options, twin))) throw invalid('start', 'leaves no days to plan on');
  const row = records.update('collection', id, { board_id: boardId, status: 'planned' }, actor);
  twin.background.plan(id, settings.planningDelay, () => makeCards(id, boardId, options, twin, actor));
  return row;
};

/**
 * Takes a collection back to the backlog: its cards go, and what was still to be planned is not.
 * @throws ApiError 404 for an unknown collection
 */
export const returnToBacklog = (id: string, position: unknown, twin: Twin, actor: Actor): Row => {
  const collection = twin.store.find('collection', id);
  if (!collection) throw notFound('collection', id);
  twin.background.cancel(id);
  for (const card of cardsOf(collection, twin)) removeCard(card, twin, actor);
  const place = typeof position === 'number' ? { position } : {};
  return twin.records.update('collection', id, { status: 'not_planned', start: null, end: null, ...place }, actor);
};

/** `POST /collection/{collection_id}/board/{board_id}` */
export const moveToBoard: Handler = ({ path, body, twin, actor }) => ({
  kind: 'row',
  row: planCollection(path.collection_id ?? '', path.board_id ?? '', body, twin, actor),
});

/** `PUT /collection/{collection_id}/backlog` */
export const moveToBacklog: Handler = ({ path, body, twin, actor }) => ({
  kind: 'row',
  row: returnToBacklog(path.collection_id ?? '', body.position, twin, actor),
});
