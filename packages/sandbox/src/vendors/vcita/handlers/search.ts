import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { nameOfMatter } from '../records/matters.ts';
import { appointmentView } from '../views/booking-view.ts';
import { matterView } from '../views/client-view.ts';
import { fullName, neighbour } from '../views/view.ts';
import { present } from '../wire/present.ts';

type Content = Readonly<Record<string, unknown>>;

const wordsOf = ({ query }: Call): readonly string[] =>
  String(query.query ?? query.text_filter ?? query.quick ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);

const textOf = (row: Row, { twin }: Call): string => {
  const client = neighbour(twin, 'client', row.client_id);
  return [row.title, nameOfMatter(row), fullName(client), client.email, client.phone].join(' ').toLowerCase();
};

const within = ({ start_time }: Row, { query }: Call): boolean => {
  const at = Date.parse(String(start_time));
  return (
    (query.from === undefined || at >= Date.parse(String(query.from))) &&
    (query.to === undefined || at <= Date.parse(String(query.to)))
  );
};

const hits = (table: string, call: Call): Row[] =>
  call.twin.store
    .rows(table)
    .filter((row) => row.deleted !== true && wordsOf(call).every((word) => textOf(row, call).includes(word)))
    .filter((row) => table === 'matter' || within(row, call));

/** Matters with their clients, or appointments and events when those are asked for. */
const search: Handler = (call) => {
  const { query, page, twin } = call;
  const entity = query.entity ?? (Array.isArray(query.entities) ? query.entities[0] : undefined);
  const around = { twin, family: 'v2', query } as const;
  const [table, name] =
    entity === 'appointment'
      ? ['appointment', 'appointments']
      : entity === 'event'
        ? ['event', 'events']
        : ['matter', 'matters'];
  const all = hits(table as string, call);
  const { offset = 0, limit = 25 } = page ?? {};
  const shown = all.slice(offset, offset + limit).map((row): Content => {
    if (table === 'matter') return present(call, row);
    if (table === 'event') return { ...row, uid: row.id };
    return { ...row, ...appointmentView(row, around), matter_uid: row.matter_uid, ...contactOf(row, call) };
  });
  return {
    kind: 'content',
    content: {
      success: true,
      top_hits: {},
      counts: { [name as string]: all.length },
      count: all.length,
      ...{ matters: [], appointments: [], events: [] },
      [name as string]: shown,
      next_page: offset + limit < all.length ? offset / limit + 2 : null,
    },
  };
};

const contactOf = ({ client_id, matter_uid }: Row, { twin, query }: Call): Content => {
  const matter = twin.store.find('matter', matter_uid);
  const view = matter ? matterView(matter, { twin, family: 'v2', query }) : {};
  return {
    contact_uid: client_id,
    contact_full_name: fullName(neighbour(twin, 'client', client_id)),
    matter_name: view.display_name,
  };
};

/** The search over clients, appointments and events. */
export const searchHandlers: Readonly<Record<string, Handler>> = { 'search.search': search };
