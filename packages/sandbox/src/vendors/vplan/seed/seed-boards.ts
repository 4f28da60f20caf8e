import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { workdays } from '../background/workdays.ts';
import { newCard, ofBoard } from '../records/card-rules.ts';
import { boards, collections, customFields, type SeedCollection, statuses } from './factory.ts';
import { inDays, type Values, type Write } from './writer.ts';

const seedBoard = (definition: (typeof boards)[number], twin: Twin, write: Write): Row => {
  const fields = [...customFields, ...('cardFields' in definition ? definition.cardFields : [])].map(
    (field, index) => ({ id: twin.random.uuid(), scope: 'collection', priority: index + 1, ...field }),
  );
  const { name, color } = definition;
  const board = write('board', { name, color, custom_fields: fields });
  definition.stages.forEach((stage, index) => {
    const planning = { capacity_notification: index === 0, delay_day: stage === 'Glazing' ? 1 : 0 };
    write('stage', { name: stage, priority: index + 1, board_id: board.id, ...planning });
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
  return (board.custom_fields as Values[])
    .filter(({ scope }) => scope === 'collection')
    .map(({ id, name, type, priority }) => ({
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
  const days = workdays(
    inDays(plan.startsInDays ?? 0, twin),
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

/** The boards of the factory, its order book, and the cards of what is planned. */
export const seedBoards = (twin: Twin, write: Write): void => {
  const boardRows = boards.map((definition) => seedBoard(definition, twin, write));
  for (const plan of collections) {
    const board = boardRows[plan.board] as Row;
    const labels = ofBoard('label', board.id, twin).filter(({ name }) => plan.labels?.includes(String(name)));
    const collection = write('collection', {
      name: plan.name,
      description: plan.description,
      board_id: board.id,
      status: plan.status,
      due_date: inDays(plan.dueInDays, twin),
      custom_fields: fieldValues(plan, board),
      labels: labels.map(({ id }) => ({ id })),
      external_ref: plan.reference ?? null,
    });
    if (plan.status === 'planned') seedCards(collection, board, plan, twin, write);
  }
};
