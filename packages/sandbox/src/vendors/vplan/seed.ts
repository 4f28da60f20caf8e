import type { Row } from '../../store.ts';
import type { Twin } from '../../twin.ts';
import { boardRules } from './board-rules.ts';
import { newCard, ofBoard } from './card-rules.ts';
import { collectionRules } from './collection-rules.ts';
import { boards, collections, customFields, type SeedCollection, statuses } from './factory.ts';
import { dayOf, workdays } from './workdays.ts';

const dayMilliseconds = 86_400_000;

type Values = Readonly<Record<string, unknown>>;

/** Stores rows as if they had been made some days ago; nobody is told of it. */
const createWriter = (twin: Twin) => {
  const { store, random, scheduler, vendor, rules } = twin;
  let minutes = 0;
  return (table: string, values: Values): Row => {
    const at = new Date(scheduler.now() - 20 * dayMilliseconds + 60_000 * 7 * minutes++).toISOString();
    const fields = Object.keys(vendor.resources[table]?.fields ?? {});
    const nested = rules.resources[table]?.nested ?? [];
    const empty = fields.filter((name) => !nested.includes(name)).map((name) => [name, null]);
    return store.put(table, {
      ...Object.fromEntries(empty),
      ...values,
      id: random.uuid(),
      created_at: at,
      updated_at: at,
    });
  };
};

type Write = ReturnType<typeof createWriter>;

const seedBoard = (definition: (typeof boards)[number], twin: Twin, write: Write): Row => {
  const fields = customFields.map((field, index) => ({
    id: twin.random.uuid(),
    scope: 'collection',
    priority: index + 1,
    ...field,
  }));
  const { name, color } = definition;
  const board = write('board', { ...boardRules.defaults?.({}, twin), name, color, custom_fields: fields });
  definition.stages.forEach((stage, index) => {
    const capacity = {
      capacity_notification: index === 0,
      capacity_notification_min: 80,
      capacity_notification_max: 100,
    };
    const planning = {
      delay_day: stage === 'Glazing' ? 1 : 0,
      efficiency: 100,
      independent: false,
      default_percentage: 100,
    };
    write('stage', { name: stage, priority: index + 1, board_id: board.id, ...capacity, ...planning });
  });
  definition.labels.forEach((label, index) => {
    write('label', { ...label, priority: index + 1, board_id: board.id });
  });
  statuses.forEach((status, index) => {
    write('status', { ...status, priority: index + 1, board_id: board.id });
  });
  return board;
};

const fieldValues = ({ customer, frames, glass }: SeedCollection, board: Row): Values[] => {
  const values: Values = { Customer: customer, Frames: frames, Glass: glass };
  return (board.custom_fields as Values[]).map(({ id, name, type, priority }) => ({
    id,
    name,
    type,
    priority,
    board_id: board.id,
    value: values[String(name)],
  }));
};

const seedCards = (collection: Row, board: Row, plan: SeedCollection, twin: Twin, write: Write): void => {
  const stages = ofBoard('stage', board.id, twin);
  const [toDo, busy, , done] = ofBoard('status', board.id, twin);
  const today = twin.scheduler.now();
  const first = dayOf(today + (plan.startsInDays ?? 0) * dayMilliseconds);
  const days = workdays(
    first,
    stages.map(({ delay_day }) => Number(delay_day)),
    board.workdays,
  );
  stages.forEach((stage, index) => {
    const finished = index < (plan.done ?? 0);
    const status = finished ? done : index === plan.done ? busy : toDo;
    write('card', {
      ...newCard(collection, twin),
      name: `${plan.name}: ${String(stage.name)}`,
      stage_id: stage.id,
      status_id: status?.id,
      start_date: days[index],
      end_date: days[index],
      time: 60 + 30 * twin.random.below(5),
      completed_at: finished ? new Date(today - 3 * 3_600_000).toISOString() : null,
    });
  });
  const progress = plan.done ? 'partial' : 'open';
  twin.store.put('collection', { ...collection, start: days[0], end: days.at(-1), progress });
};

/** Fills a twin with a window-frame factory: three boards, twelve collections, the cards of the planned ones. */
export const seed = (twin: Twin): void => {
  const write = createWriter(twin);
  const boardRows = boards.map((definition) => seedBoard(definition, twin, write));
  for (const plan of collections) {
    const board = boardRows[plan.board] as Row;
    const labels = ofBoard('label', board.id, twin).filter(({ name }) => plan.labels?.includes(String(name)));
    const collection = write('collection', {
      ...collectionRules.defaults?.({}, twin),
      name: plan.name,
      description: plan.description,
      board_id: board.id,
      status: plan.status,
      due_date: dayOf(twin.scheduler.now() + plan.dueInDays * dayMilliseconds),
      custom_fields: fieldValues(plan, board),
      labels: labels.map(({ id }) => ({ id })),
      external_ref: plan.reference ?? null,
    });
    if (plan.status === 'planned') seedCards(collection, board, plan, twin, write);
  }
};
