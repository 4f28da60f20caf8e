import type { ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { problem, unknownRecord, type Values } from './checks.ts';

const minute = 60_000;
const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
const spanOf = ({ start, end }: Values): number => Date.parse(String(end)) - Date.parse(String(start));

/** Start, end and duration after a request: those sent, and for a lone start or end the stored other half. */
const timesOf = (values: Values, before: Row | undefined): Values => {
  if (isGiven(values.duration) || !(isGiven(values.start) || isGiven(values.end))) return values;
  return { start: values.start ?? before?.start, end: values.end ?? before?.end };
};

const timeProblems = (values: Values, before: Row | undefined) => {
  const { duration } = values;
  const sent = isGiven(values.start) || isGiven(values.end);
  if (isGiven(duration))
    return [
      ...(sent ? [problem('duration', 'cannot be given together with start or end')] : []),
      ...(Number(duration) < 1 ? [problem('duration', 'must be at least 1 minute')] : []),
    ];
  if (!sent) return before ? [] : [problem('duration', 'is missing: give start and end, or a duration')];
  const times = timesOf(values, before);
  const missing = ['start', 'end'].filter((name) => !isGiven(times[name]));
  if (missing.length > 0) return missing.map((name) => problem(name, 'is missing: start and end belong together'));
  return spanOf(times) > 0 ? [] : [problem('end', 'must be after start')];
};

/** What stays possible while an entry is locked: to unlock it, and the notes of integrations. */
const freeWhenLocked = new Set(['locked', 'external_note', 'external_failed', 'synchronized_at', 'time_tracking_id']);

/**
 * Time spent on a card: start and end, or a duration, in whole minutes rounded up. The status decides what workers may
 * change; the API key has an administrator's rights, so only the lock holds it up (assumed).
 */
export const timeTrackingRules: ResourceRules = {
  defaults: () => ({ status: 'draft', locked: false, running: false, external_failed: false }),
  check: (values, before, twin) => [
    ...(before?.locked === true && values.locked !== false
      ? Object.keys(values)
          .filter((name) => !freeWhenLocked.has(name))
          .map((name) => problem(name, 'cannot be changed: the entry is locked'))
      : []),
    ...timeProblems(values, before),
    ...unknownRecord(values, 'card_id', 'card', twin),
    ...unknownRecord(values, 'user_id', 'user', twin),
    ...unknownRecord(values, 'activity_id', 'activity', twin),
  ],
  prepare(values, before) {
    const times = timesOf(values, before);
    // A duration takes the place of the instants.
    if (isGiven(values.duration)) return { ...values, start: null, end: null };
    return isGiven(times.start) ? { ...values, ...times, duration: Math.ceil(spanOf(times) / minute) } : values;
  },
};
