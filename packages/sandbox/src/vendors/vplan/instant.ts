const written = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const zoned = /(Z|[+-]\d{2}:?\d{2})$/;

const isDay = (day: string): boolean => {
  const instant = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
};

/**
 * Milliseconds since 1970 of a day or an instant in ISO 8601; `undefined` for anything else that `Date.parse` would make
 * something of, such as `5` or `hello 1`. vPlan's instants are in UTC: one without a zone is, too.
 */
export const instantOf = (text: string): number | undefined => {
  if (!written.test(text) || !isDay(text.slice(0, 10))) return undefined;
  const instant = Date.parse(text.length > 10 && !zoned.test(text.slice(10)) ? `${text}Z` : text);
  return Number.isNaN(instant) ? undefined : instant;
};
