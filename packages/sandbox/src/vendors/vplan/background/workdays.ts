const dayMilliseconds = 86_400_000;
// Whatever somebody typed, planning must come to an end.
const maxDelay = 365;

/** The day of an instant in UTC, `YYYY-MM-DD`. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The day so many days after another. */
export const dayAfter = (day: string, days = 1): string => dayOf(Date.parse(day) + days * dayMilliseconds);

// ISO numbers: Monday is 1, Sunday is 7.
const weekday = (instant: number): number => new Date(instant).getUTCDay() || 7;

/** Number of a day in its week, as vPlan's `workdays` count: 1 is Monday. */
export const weekdayOf = (day: string): number => weekday(Date.parse(day));

const isWorkday = (instant: number, week: unknown): boolean => {
  const days = (typeof week === 'object' && week !== null ? week : {}) as Readonly<Record<string, unknown>>;
  // A board without any working day would never be done.
  if (!Object.values(days).includes(true)) return true;
  return days[String(weekday(instant))] === true;
};

/** Whether a board works on a day. */
export const worksOn = (day: string, week: unknown): boolean => isWorkday(Date.parse(day), week);

/**
 * One working day for each step, in the order of the steps.
 * @param delays working days to leave out before each step
 * @param week a board's `workdays`
 * @param backwards the given day is the last one, and the steps end on it
 */
export const workdays = (day: string, delays: readonly number[], week: unknown, backwards = false): string[] => {
  const direction = backwards ? -dayMilliseconds : dayMilliseconds;
  const nextWorkday = (instant: number): number => {
    let next = instant;
    while (!isWorkday(next, week)) next += direction;
    return next;
  };
  let current = nextWorkday(Date.parse(`${day}T00:00:00Z`));
  // Going back, the delay in front of a step lies between it and the one found next.
  const pauses = backwards ? [0, ...delays.toReversed().slice(0, -1)] : delays;
  const found = pauses.map((delay, index) => {
    const steps = Math.min(delay, maxDelay) + (index === 0 ? 0 : 1);
    for (let step = 0; step < steps; step++) current = nextWorkday(current + direction);
    return dayOf(current);
  });
  return backwards ? found.toReversed() : found;
};
