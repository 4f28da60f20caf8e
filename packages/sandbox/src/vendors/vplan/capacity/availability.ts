import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { plannedHours } from '../background/rebuild-schedule.ts';
import { worksOn } from '../background/workdays.ts';
import { entriesOf } from '../records/lists.ts';

/** Minutes of a resource on a day. */
export interface DayTime {
  readonly available: number;
  readonly off: number;
}

/** A resource that works on a board, with the share of it that each stage has, from 0 to 1. */
export interface BoardResource {
  readonly resource: Row;
  readonly shares: ReadonlyMap<string, number>;
  on(day: string): DayTime;
}

const minutes = (hours: unknown): number => Math.round(Number(hours ?? 0) * 60);

/** Times of a resource: those of its schedule, beyond it those of its week. */
const timesOf = (resource: Row, board: Row, { store }: Twin): ((day: string) => DayTime) => {
  const own = (table: string): Row[] => store.rows(table).filter(({ resource_id }) => resource_id === resource.id);
  const schedule = new Map(own('schedule').map((row) => [String(row.date), row]));
  const deviations = own('scheduleDeviation');
  return (day) => {
    if (!worksOn(day, board.workdays)) return { available: 0, off: 0 };
    const hours = schedule.get(day) ?? plannedHours(resource, deviations, day);
    return {
      available: minutes(hours.hours_available),
      off: minutes(hours.hours_leave) + minutes(hours.hours_absence),
    };
  };
};

/** The resources that are linked to a board. Archived ones do not count. */
export const resourcesOf = (board: Row, twin: Twin): BoardResource[] =>
  twin.store.rows('resource').flatMap((resource) => {
    const link = entriesOf(resource.boards).find(({ id, active }) => id === board.id && active !== false);
    if (!link || typeof resource.archived_at === 'string') return [];
    const stages = entriesOf(link.stages).filter(({ active }) => active !== false);
    const shares = new Map(stages.map(({ id, percentage }) => [String(id), Number(percentage ?? 100) / 100]));
    return [{ resource, shares, on: timesOf(resource, board, twin) }];
  });
