const local = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
const offsetOf = (instant: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - instant;
};

/**
 * A date and time without a zone, as n8n's picker gives it, is meant in the workflow's time zone: the instant, RFC 3339 in
 * UTC. Anything else comes back as it was. In the hour that a clock is put back, the earlier instant is taken.
 */
export const instantIn = (text: string, timeZone: string): string => {
  const [matched, ...digits] = local.exec(text) ?? [];
  if (matched === undefined) return text;
  const [year, month, day, hour, minute, second] = digits.map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const nearby = [asUtc - offsetOf(asUtc - 86_400_000, timeZone), asUtc - offsetOf(asUtc + 86_400_000, timeZone)];
  const fitting = nearby.filter((instant) => instant + offsetOf(instant, timeZone) === asUtc);
  // In the hour that a clock skips, no instant fits: the clock before the change is kept.
  return new Date(Math.min(...(fitting.length > 0 ? fitting : nearby.slice(0, 1)))).toISOString();
};
