import { refusal } from '../../../api-error.ts';
import type { Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { dayAfter, weekdayOf } from '../background/workdays.ts';

const dayOfEntry = ({ start, created_at }: Row): string => String(start ?? created_at).slice(0, 10);

const named = (table: string, id: unknown, { store }: Twin): readonly [string, string] => {
  const row = store.find(table, id);
  return [String(row?.id ?? ''), String(row?.name ?? row?.fullname ?? row?.description ?? '')];
};

const cardOf = ({ card_id }: Row, { store }: Twin): Row | undefined => store.find('card', card_id);

/** Key and name of the total that an entry counts for, by `group_by`. */
const groups: Readonly<Record<string, (entry: Row, twin: Twin) => readonly [key: string, name: string]>> = {
  days: (entry) => [dayOfEntry(entry), dayOfEntry(entry)],
  weeks(entry) {
    const monday = dayAfter(dayOfEntry(entry), 1 - weekdayOf(dayOfEntry(entry)));
    return [monday, monday];
  },
  activities: ({ activity_id }, twin) => named('activity', activity_id, twin),
  collections: (entry, twin) => named('collection', cardOf(entry, twin)?.collection_id, twin),
  boards: (entry, twin) => named('board', cardOf(entry, twin)?.board_id, twin),
  statuses: ({ status }) => [String(status), String(status)],
  users: ({ user_id }, twin) => named('user', user_id, twin),
};

/** `GET /time_tracking/export`: totals in minutes over the days asked for. The documentation shows an empty object: the shape is ours. */
export const exportTime: Handler = ({ twin, query }) => {
  const [from, to] = [String(query.start), String(query.end)];
  if (to < from) throw refusal(400, 'Wrong end', 'The end must not be before the start');
  const groupOf = groups[String(query.group_by)];
  const totals = new Map<string, { readonly id: string; readonly name: string; duration: number; entries: number }>();
  const entries = twin.store.rows('timeTracking').filter((entry) => {
    const day = dayOfEntry(entry);
    return day >= from && day <= to;
  });
  for (const entry of entries) {
    const [id, name] = groupOf?.(entry, twin) ?? ['', ''];
    const total = totals.get(id) ?? { id, name, duration: 0, entries: 0 };
    total.duration += Number(entry.duration ?? 0);
    total.entries++;
    totals.set(id, total);
  }
  const rows = [...totals.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const duration = rows.reduce((sum, row) => sum + row.duration, 0);
  return { kind: 'content', content: { group_by: query.group_by, start: from, end: to, duration, data: rows } };
};
