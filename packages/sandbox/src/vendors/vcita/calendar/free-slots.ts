import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { daysBetween, instantOf, localOf, weekdayOf } from './zone.ts';

/** From and until, milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

interface Hours {
  readonly day: number;
  readonly slots: readonly { readonly start_time: string; readonly end_time: string }[];
}

/** States of an appointment in which it takes its time. */
const busyStates = new Set(['requested', 'scheduled', 'reschedule', 'pending_reschedule', 'done']);

/** Where the business is. */
export const zoneOf = ({ store }: Twin): string => String(store.rows('business')[0]?.time_zone ?? 'UTC');

const spanOf = ({ start_time, end_time }: Row): Span => ({
  from: Date.parse(String(start_time)),
  until: Date.parse(String(end_time)),
});

/** Weekly working hours of a staff member. */
const hoursOf = (staffId: unknown, { store }: Twin): Row | undefined =>
  store.rows('weeklyHours').find(({ staff_id }) => staff_id === staffId);

/** When a staff member works between two days. */
const workOf = (staffId: unknown, first: string, last: string, twin: Twin): Span[] => {
  const days = (hoursOf(staffId, twin)?.days ?? []) as readonly Hours[];
  const zone = zoneOf(twin);
  return daysBetween(first, last).flatMap((day) =>
    days
      .filter((one) => one.day === weekdayOf(day))
      .flatMap(({ slots }) => slots)
      .map(({ start_time, end_time }) => ({
        from: instantOf(day, start_time, zone),
        until: instantOf(day, end_time, zone),
      })),
  );
};

/** What takes the time of a staff member. */
const busyOf = (staffId: unknown, except: unknown, { store }: Twin): Span[] =>
  [...store.rows('appointment'), ...store.rows('event')]
    .filter((row) => row.staff_id === staffId && row.id !== except && busyStates.has(String(row.state)))
    .map(spanOf);

const overlap = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until;

/** What is asked for. */
export interface SlotQuery extends Span {
  /** Minutes */
  readonly duration: number;
  /** Minutes from start to start */
  readonly interval: number;
  /** Booking that does not count as busy */
  readonly except?: unknown;
  /** Slots in the past too */
  readonly past?: boolean;
}

const minute = 60_000;

/** Free slots of a staff member: working hours without what is booked, in the order of time. */
export const freeSlots = (staffId: unknown, query: SlotQuery, twin: Twin): Span[] => {
  const { from, until, duration, interval, except, past = false } = query;
  const zone = zoneOf(twin);
  const busy = busyOf(staffId, except, twin);
  const earliest = past ? from : Math.max(from, twin.scheduler.now());
  const work = workOf(staffId, localOf(from, zone)[0], localOf(until, zone)[0], twin);
  return work.flatMap((hours) => {
    const count = Math.floor((hours.until - hours.from - duration * minute) / (interval * minute)) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, index) => {
      const start = hours.from + index * interval * minute;
      return { from: start, until: start + duration * minute };
    }).filter((slot) => slot.from >= earliest && slot.until <= until && !busy.some((one) => overlap(one, slot)));
  });
};

/** Whether a staff member works the whole span. */
export const worksIn = (staffId: unknown, span: Span, twin: Twin): boolean => {
  const zone = zoneOf(twin);
  const work = workOf(staffId, localOf(span.from, zone)[0], localOf(span.until, zone)[0], twin);
  return work.some(({ from, until }) => from <= span.from && span.until <= until);
};

/** Whether nothing else takes a span of a staff member's time. */
export const isFree = (staffId: unknown, span: Span, except: unknown, twin: Twin): boolean =>
  !busyOf(staffId, except, twin).some((one) => overlap(one, span));
