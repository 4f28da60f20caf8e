import { ApiError, notFound } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { hoursOf, putDay } from '../background/rebuild-schedule.ts';
import { problem } from '../records/checks.ts';
import { type Entry, entriesOf } from '../records/lists.ts';

const resourceOf = ({ twin, path }: Call): Row => {
  const resource = twin.store.find('resource', path.resource_id);
  if (!resource) throw notFound('resource', path.resource_id);
  return resource;
};

const hourNames = ['hours_work', 'hours_leave', 'hours_absence'] as const;

const entryProblems = (entry: Entry, index: number, from: string, to: string) => [
  ...hourNames
    .filter((name) => entry[name] !== undefined && !(Number(entry[name]) >= 0 && Number(entry[name]) <= 24))
    .map((name) => problem(`schedules.${index}.${name}`, 'must be hours from 0 to 24')),
  // Hours without days change nothing: whether vPlan passes over them is not documented.
  ...(entry.dates === undefined ? [problem(`schedules.${index}.dates`, 'is missing')] : []),
  ...(Array.isArray(entry.dates) ? entry.dates : []).flatMap((day, place) =>
    String(day) >= from && String(day) <= to
      ? []
      : [problem(`schedules.${index}.dates.${place}`, 'must lie within the period')],
  ),
];

/** `PUT /resource/{resource_id}/schedule`: writes days by hand. Days of the period that are not named stay (assumed). */
export const overwriteSchedule: Handler = (call) => {
  const resource = resourceOf(call);
  const { twin, body } = call;
  const [from, to] = [String(body.period_start), String(body.period_end)];
  const entries = entriesOf(body.schedules);
  const problems = [
    ...(to < from ? [problem('period_end', 'must not be before period_start')] : []),
    ...entries.flatMap((entry, index) => entryProblems(entry, index, from, to)),
  ];
  if (problems.length > 0) throw new ApiError(422, problems);
  for (const { hours_work, hours_leave, hours_absence, dates } of entries) {
    const hours = hoursOf(Number(hours_work ?? 0), Number(hours_leave ?? 0), Number(hours_absence ?? 0));
    for (const day of dates as readonly string[]) putDay(resource.id, day, hours, true, twin);
  }
  twin.touched();
  return { kind: 'nothing' };
};

const padded = (number: string | undefined): string => (number ?? '').padStart(2, '0');

const daysFrom = (call: Call, start: string): Row[] => {
  const { id } = resourceOf(call);
  return call.twin.store
    .rows('schedule')
    .filter((row) => row.resource_id === id && String(row.date).startsWith(start))
    .sort((one, other) => (String(one.date) < String(other.date) ? -1 : 1));
};

/** `GET …/schedule/{year}` */
export const scheduleOfYear: Handler = (call) => ({ kind: 'rows', rows: daysFrom(call, `${call.path.year}-`) });

/** `GET …/schedule/{year}/{month}` */
export const scheduleOfMonth: Handler = (call) => ({
  kind: 'rows',
  rows: daysFrom(call, `${call.path.year}-${padded(call.path.month)}-`),
});

/** `GET …/schedule/{year}/{month}/{day}` */
export const scheduleOfDay: Handler = (call) => {
  const { year, month, day } = call.path;
  const date = `${year}-${padded(month)}-${padded(day)}`;
  const [row] = daysFrom(call, date);
  if (!row) throw notFound('schedule', date);
  return { kind: 'row', row };
};
