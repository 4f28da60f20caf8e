type Values = Readonly<Record<string, unknown>>;

/**
 * Names that vcita's families of paths have for one value. The first of each line is the one that records are stored under.
 */
const sameValues: readonly (readonly [stored: string, ...others: string[]])[] = [
  ['id', 'uid'],
  ['client_id', 'client_uid', 'contact_uid'],
  ['staff_id', 'staff_uid'],
  ['matter_uid', 'conversation_id', 'conversation_uid'],
  ['business_uid', 'business_id'],
  ['service_id', 'service_uid'],
  ['payment_request_uid', 'payment_request_id', 'payment_status_uid'],
  ['event_instance_uid', 'event_instance_id'],
  ['tax_uids', 'tax_ids'],
];

const storedNames = new Map(sameValues.flatMap(([stored, ...others]) => others.map((other) => [other, stored])));
const groups = new Map(sameValues.flatMap((names) => names.map((name) => [name, names] as const)));

/** The name that a value is stored under. */
const storedName = (name: string): string => storedNames.get(name) ?? name;

/** Values under the names that they are stored under. */
export const stored = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [storedName(name), value]));

/** Whether a record has a value of this name, under any of its names. */
export const knows = (row: Values, name: string): boolean =>
  name in row || groups.get(name)?.some((one) => one in row) === true;

/** A value of a record under any of its names; `null` when there is none. */
export const valueNamed = (row: Values, name: string): unknown => {
  const own = row[name];
  if (own !== undefined && own !== null) return own;
  const other = groups.get(name)?.find((one) => row[one] !== undefined && row[one] !== null);
  return other === undefined ? (own ?? null) : row[other];
};
