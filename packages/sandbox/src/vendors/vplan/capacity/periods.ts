import { refusal } from '../../../api-error.ts';
import type { Call } from '../../../rules.ts';
import { dayAfter, weekdayOf } from '../background/workdays.ts';

/** Days that belong together in an answer. */
export interface Period {
  /** Its first day, also where the range begins later */
  readonly date: string;
  readonly days: readonly string[];
}

const mostDays = 1100;

const padded = (month: number): string => String(month).padStart(2, '0');

const firstOf: Readonly<Record<string, (day: string) => string>> = {
  day: (day) => day,
  week: (day) => dayAfter(day, 1 - weekdayOf(day)),
  month: (day) => `${day.slice(0, 7)}-01`,
  quarter: (day) => `${day.slice(0, 4)}-${padded(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1)}-01`,
  year: (day) => `${day.slice(0, 4)}-01-01`,
};

/**
 * The periods of a capacity request.
 * @throws ApiError 400 when the range is turned round, or longer than three years
 */
export const periodsOf = ({ query }: Pick<Call, 'query'>): Period[] => {
  const [start, end] = [String(query.date_range_start), String(query.date_range_end)];
  if (end < start) throw refusal(400, 'Wrong date_range_end', 'The end of the range must not be before its start');
  const first = firstOf[String(query.time_frame ?? 'day')] ?? ((day) => day);
  const periods = new Map<string, string[]>();
  let count = 0;
  for (let day = start; day <= end; day = dayAfter(day)) {
    if (++count > mostDays) throw refusal(400, 'Wrong date range', `The range may have ${mostDays} days at most`);
    const days = periods.get(first(day)) ?? [];
    days.push(day);
    periods.set(first(day), days);
  }
  return [...periods].map(([date, days]) => ({ date, days }));
};
