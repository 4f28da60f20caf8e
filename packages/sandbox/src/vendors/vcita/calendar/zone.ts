const dayLength = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The parts of an instant on the clocks of a zone.
 * @throws RangeError for a zone that is not known
 */
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  return format;
};

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
const offsetAt = (instant: number, zone: string): number => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second } = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(instant / 1000) * 1000;
};

/** The instant at which the clocks of a zone show a time (`HH:MM`) on a day (`YYYY-MM-DD`). */
export const instantOf = (day: string, time: string, zone: string): number => {
  const naive = Date.parse(`${day}T${time}:00Z`);
  const guess = naive - offsetAt(naive, zone);
  return naive - offsetAt(guess, zone);
};

/** The day and time that the clocks of a zone show: `['2026-12-01', '09:30']`. */
export const localOf = (instant: number, zone: string): readonly [day: string, time: string] => {
  const local = new Date(instant + offsetAt(instant, zone)).toISOString();
  return [local.slice(0, 10), local.slice(11, 16)];
};

/** An instant as the clocks of a zone show it, with the distance to UTC: `2026-12-01T09:30:00+01:00`. */
export const zoned = (instant: number, zone: string): string => {
  const offset = offsetAt(instant, zone);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const distance = `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
  return `${new Date(instant + offset).toISOString().slice(0, 19)}${distance}`;
};

/** Days from the first to the last, both counted. */
export const daysBetween = (first: string, last: string): string[] => {
  const days: string[] = [];
  for (let day = Date.parse(first); day <= Date.parse(last); day += dayLength)
    days.push(new Date(day).toISOString().slice(0, 10));
  return days;
};

/** Number of a day in the week, 0 for Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
