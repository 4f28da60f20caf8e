import { notFound, refusal } from '../../api-error.ts';
import type { Actor, Handler } from '../../rules.ts';
import type { Row } from '../../store.ts';
import type { Twin } from '../../twin.ts';
import { entryStatus, newCard, ofBoard } from './card-rules.ts';
import { problem } from './checks.ts';
import { cardsOf } from './collection-rules.ts';
import { dayOf, workdays } from './workdays.ts';

/** What may be said when a collection is planned; named as in the body of `POST /collection/{id}/board/{id}`. */
export interface PlanOptions {
  readonly start?: unknown;
  readonly stage_id?: unknown;
  readonly status_id?: unknown;
  readonly reverse?: unknown;
}

const minutesAt = (index: number): number => 60 + 30 * (index % 4);

const stagesFrom = (board: string, stage: unknown, twin: Twin): Row[] => {
  const stages = ofBoard('stage', board, twin);
  return stages.slice(
    Math.max(
      0,
      stages.findIndex(({ id }) => id === stage),
    ),
  );
};

/** The work that vPlan does after its answer: one card for each stage, on consecutive working days. */
const makeCards = (id: string, boardId: string, options: PlanOptions, twin: Twin, actor: Actor): void => {
  const { store, records, scheduler } = twin;
  const collection = store.find('collection', id);
  const board = store.find('board', boardId);
  if (!collection || !board) return;
  // What becomes of the cards of an earlier plan is not documented: they are replaced.
  for (const card of cardsOf(collection, twin)) records.remove('card', card.id, actor);
  const stages = stagesFrom(boardId, options.stage_id, twin);
  const first = typeof options.start === 'string' ? options.start : dayOf(scheduler.now() + 86_400_000);
  const days = workdays(
    first,
    stages.map(({ delay_day }) => Number(delay_day ?? 0)),
    board.workdays,
    options.reverse === true,
  );
  const status = options.status_id ?? entryStatus(boardId, twin)?.id ?? null;
  stages.forEach((stage, index) => {
    const day = days[index];
    const name = `${String(collection.name)}: ${String(stage.name)}`;
    const plan = { stage_id: stage.id, status_id: status, start_date: day, end_date: day, time: minutesAt(index) };
    records.create('card', { ...newCard(collection, twin), name, ...plan }, actor);
  });
  records.update('collection', id, { start: days[0] ?? null, end: days.at(-1) ?? null }, actor);
  twin.tell('background', `Made ${stages.length} cards for “${String(collection.name)}” on ${String(board.name)}`);
};

/**
 * Plans a collection on a board: at once it is planned, its cards come after the planning delay.
 * @throws ApiError 404 for an unknown collection or board, 422 for a stage or status of another board
 */
export const planCollection = (id: string, boardId: string, options: PlanOptions, twin: Twin, actor: Actor): Row => {
  const { store, records, settings } = twin;
  if (!store.find('collection', id)) throw notFound('collection', id);
  if (!store.find('board', boardId)) throw notFound('board', boardId);
  for (const [field, table] of [
    ['stage_id', 'stage'],
    ['status_id', 'status'],
  ] as const)
    if (options[field] !== undefined && store.find(table, options[field])?.board_id !== boardId) {
      const { message, description } = problem(field, `must be the identifier of a ${table} of the board`);
      throw refusal(422, message, description);
    }
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
  for (const card of cardsOf(collection, twin)) twin.records.remove('card', card.id, actor);
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
