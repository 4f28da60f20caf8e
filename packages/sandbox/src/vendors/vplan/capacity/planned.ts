import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { dayAfter, worksOn } from '../background/workdays.ts';
import { pivotsOf } from '../records/lists.ts';

/** Minutes that are planned on one day for a card. */
export interface PlannedTime {
  readonly day: string;
  readonly stage: string;
  readonly minutes: number;
  /** The part of them for each type of resource, as far as the activities tell */
  readonly byType: Readonly<Record<string, number>>;
}

const mostDays = 400;

const daysOf = ({ start_date, end_date }: Row, board: Row): string[] => {
  if (typeof start_date !== 'string') return [];
  const days: string[] = [];
  const end = typeof end_date === 'string' ? end_date : start_date;
  for (let day = start_date; day <= end && days.length < mostDays; day = dayAfter(day)) days.push(day);
  const working = days.filter((day) => worksOn(day, board.workdays));
  return working.length > 0 ? working : [start_date];
};

const tracked = ({ id }: Row, { store }: Twin): number =>
  store
    .rows('timeTracking')
    .filter(({ card_id }) => card_id === id)
    .reduce((sum, { duration }) => sum + Number(duration ?? 0), 0);

/** Minutes of a card as the board counts them: its estimate, what is left of it, or none at all. */
const timeOf = (card: Row, board: Row, twin: Twin): number => {
  if (board.capacity_method === 'none') return 0;
  const estimate = Number(card.time ?? 0);
  return board.capacity_method === 'remaining_time' ? Math.max(0, estimate - tracked(card, twin)) : estimate;
};

const typesOf = (card: Row, factor: number, { store }: Twin): Record<string, number> => {
  const types: Record<string, number> = {};
  for (const { id, time } of pivotsOf(card.activities)) {
    const type = String(store.find('activity', id)?.resource_type);
    types[type] = (types[type] ?? 0) + Number(time ?? 0) * factor;
  }
  return types;
};

/** What is planned on a board, a card of several days in equal parts on its working days. */
export const plannedOn = (board: Row, twin: Twin): PlannedTime[] =>
  twin.store
    .rows('card')
    .filter(({ board_id }) => board_id === board.id)
    .flatMap((card) => {
      const days = daysOf(card, board);
      const minutes = timeOf(card, board, twin) / days.length;
      const estimate = Number(card.time ?? 0);
      const byType = typesOf(card, estimate > 0 ? minutes / estimate : 0, twin);
      return days.map((day) => ({ day, stage: String(card.stage_id), minutes, byType }));
    });
