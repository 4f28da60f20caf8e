import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { dayAfter, dayOf, weekdayOf } from './workdays.ts';

const dayMilliseconds = 86_400_000;
// How far ahead vPlan keeps schedules is not published.
const daysBehind = 28;
const daysAhead = 112;

type Hours = Readonly<Record<'hours_available' | 'hours_work' | 'hours_leave' | 'hours_absence', number>>;

/** Hours of a day, with those left over. */
export const hoursOf = (work: number, leave: number, absence: number): Hours => ({
  hours_available: Math.max(0, work - leave - absence),
  hours_work: work,
  hours_leave: leave,
  hours_absence: absence,
});

const isWithin = (day: string, from: unknown, to: unknown): boolean =>
  !(typeof from === 'string' && day < from) && !(typeof to === 'string' && day > to);

/** Hours of a resource on a day by its week, its first and last day and its deviations. */
export const plannedHours = (resource: Row, deviations: readonly Row[], day: string): Hours => {
  const week = (resource.workdays ?? {}) as Readonly<Record<string, number | null>>;
  const works = isWithin(day, resource.start_date, resource.end_date);
  const work = works ? (week[weekdayOf(day)] ?? 0) : 0;
  const off = { holiday: 0, other: 0 };
  for (const { type, time, start_date, end_date } of deviations) {
    if (!isWithin(day, start_date, end_date)) continue;
    const hours = typeof time === 'number' ? time / 60 : work;
    off[type === 'holiday' ? 'holiday' : 'other'] += hours;
  }
  const leave = Math.min(off.holiday, work);
  return hoursOf(work, leave, Math.min(off.other, work - leave));
};

const storeDay = (
  known: Row | undefined,
  values: Readonly<Record<string, unknown>>,
  { store, random, stamp }: { readonly store: Twin['store']; readonly random: Twin['random']; readonly stamp: string },
): void => {
  const { id, created_at } = known ?? { id: random.uuid(), created_at: stamp };
  store.put('schedule', { id, ...values, created_at, updated_at: stamp });
};

/** Stores the hours of one day of a resource; `manual` days keep out of the way of a rebuild beyond the resource's dates. */
export const putDay = (resource: string, date: string, hours: Hours, manual: boolean, twin: Twin): void => {
  const { store, random, scheduler } = twin;
  const known = store.rows('schedule').find((row) => row.resource_id === resource && row.date === date);
  storeDay(known, { resource_id: resource, date, ...hours, manual }, { store, random, stamp: scheduler.stamp() });
};

/** Writes the schedule of a resource anew from its week and deviations: changes by hand are lost between its first and last day. */
export const rebuildSchedule = (id: string, twin: Twin): void => {
  const { store, random, scheduler } = twin;
  const resource = store.find('resource', id);
  if (!resource) return;
  const stamp = scheduler.stamp();
  const known = new Map(
    store
      .rows('schedule')
      .filter((row) => row.resource_id === id)
      .map((row) => [row.date, row]),
  );
  const deviations = store.rows('scheduleDeviation').filter((row) => row.resource_id === id);
  const last = dayOf(scheduler.now() + daysAhead * dayMilliseconds);
  const first = dayOf(scheduler.now() - daysBehind * dayMilliseconds);
  const days = new Set<string>();
  for (let day = first; day <= last; day = dayAfter(day)) days.add(day);
  // Days beyond, which somebody wrote by hand, are rebuilt as well.
  for (const day of known.keys()) days.add(String(day));
  for (const date of days) {
    const stored = known.get(date);
    const outside = !isWithin(date, resource.start_date, resource.end_date);
    if (stored?.manual === true && outside) continue;
    const values = { resource_id: id, date, ...plannedHours(resource, deviations, date), manual: false };
    storeDay(stored, values, { store, random, stamp });
  }
  twin.touched();
};

/** Rebuilds it after the planning delay, as vPlan does after every update of a resource. */
export const rebuildSoon = (id: string, twin: Twin): void =>
  twin.background.plan(`schedule:${id}`, twin.settings.planningDelay, () => {
    rebuildSchedule(id, twin);
    const resource = twin.store.find('resource', id);
    if (resource) twin.tell('background', `Rebuilt the schedule of “${String(resource.name)}”`);
  });
