import { invalid } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { freeSlots, type SlotQuery, type Span, zoneOf } from '../calendar/free-slots.ts';
import { instantOf, localOf, zoned } from '../calendar/zone.ts';
import { refused, wrongValue } from '../wire/refusals.ts';
import { found, oneRow } from './table.ts';

type Content = Readonly<Record<string, unknown>>;

const dayLength = 86_400_000;

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const zoneIn = ({ query, twin }: Call): string => {
  const zone = String(query.time_zone ?? zoneOf(twin));
  try {
    zoned(0, zone);
  } catch {
    throw wrongValue('time_zone', `There is no time zone ${zone}`, 'INVALID_FORMAT');
  }
  return zone;
};

/** The days that are asked for, from the first minute to the last. */
const daysIn = (call: Call, longest: number): Span => {
  const { start_date, end_date } = call.query;
  const zone = zoneIn(call);
  const from = instantOf(String(start_date), '00:00', zone);
  const until = instantOf(String(end_date), '00:00', zone) + dayLength;
  if (until <= from) throw invalid('end_date', 'must not be before start_date');
  if (until - from > longest * dayLength + 3_600_000)
    throw refused(400, 'INVALID_FORMAT', `At most ${longest} days at once`);
  return { from, until };
};

/** Who gives a service: those that are named, else all that it is given by. */
const staffOf = (service: Row | undefined, named: readonly string[], { store }: Twin): string[] => {
  if (named.length > 0) return [...named];
  const own = textsIn(service?.staff_ids);
  return own.length > 0 ? own : store.rows('staff').map(({ id }) => id);
};

const slotContent = (service: Row | undefined, staffId: string, { from, until }: Span, zone: string): Content => ({
  start_time: zoned(from, zone),
  duration_minutes: (until - from) / 60_000,
  staff_id: staffId,
  charge_type: service?.charge_type ?? 'no_price',
  currency: service?.currency ?? null,
  price: Number(service?.price ?? 0),
  interaction_type: service?.interaction_type ?? null,
  interaction_details: service?.meeting_interaction_details ?? '',
  ...(service && { service_id: service.id }),
});

interface Found {
  readonly day: string;
  readonly staff: string;
  readonly content: Content;
}

const slotsOf = (call: Call, service: Row | undefined, staffIds: readonly string[], span: Span): Found[] => {
  const { query, twin } = call;
  const zone = zoneIn(call);
  const duration = Number(service?.duration ?? 30);
  const asked: SlotQuery = {
    ...span,
    duration,
    interval: Math.min(duration, 30),
    except: query.booking_instance_id,
    past: query.show_past_availabilities === true,
  };
  return staffIds.flatMap((staff) =>
    freeSlots(staff, asked, twin).map((slot) => ({
      day: localOf(slot.from, zone)[0],
      staff,
      content: slotContent(service, staff, slot, zone),
    })),
  );
};

const grouped = (slots: readonly Found[], by: 'day' | 'staff'): Content => {
  const groups = new Map<string, Content[]>();
  for (const slot of [...slots].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)))
    groups.set(slot[by], [...(groups.get(slot[by]) ?? []), slot.content]);
  return Object.fromEntries(groups);
};

const answer = (call: Call, slots: readonly Found[], by: 'day' | 'staff' = 'day') =>
  oneRow({ availabilities: grouped(slots, by), time_zone: zoneIn(call) });

const getByService: Handler = (call) => {
  const { path, query, twin } = call;
  const service = found('service', path.service_uid, twin);
  const named = [...textsIn(query.staff_ids), ...(query.staff_id ? [String(query.staff_id)] : [])];
  return answer(call, slotsOf(call, service, staffOf(service, named, twin), daysIn(call, 31)));
};

const getByServices: Handler = (call) => {
  const { query, twin } = call;
  const span = daysIn(call, 7);
  const slots = textsIn(query.service_ids).flatMap((id) => {
    const service = found('service', id, twin);
    return slotsOf(call, service, staffOf(service, textsIn(query.staff_ids), twin), span);
  });
  return answer(call, slots);
};

const getByStaff: Handler = (call) => {
  const slots = slotsOf(call, undefined, textsIn(call.query.staff_ids), daysIn(call, 31));
  return answer(call, slots, call.query.aggregate_by === 'staff' ? 'staff' : 'day');
};

/** Slots with who is free in each; resources are free whenever the business works, no booking takes them. */
const listSlots: Handler = ({ query, twin }) => {
  const from = Date.parse(String(query.start_time));
  const until = Date.parse(String(query.end_time));
  if (until <= from || until - from > 31 * dayLength)
    throw wrongValue('end_time', 'end_time must be after start_time, by at most 31 days');
  const staff = textsIn(query.staff_uids);
  const types = textsIn(query.resource_type_uids);
  const ofTypes = twin.store.rows('resource').filter((row) => types.includes(String(row.resource_type_uid)));
  const resources = [...textsIn(query.resource_uids), ...ofTypes.map(({ id }) => id)];
  if (staff.length + resources.length + types.length === 0)
    throw refused(422, 'missing_param', 'One of staff_uids, resource_uids and resource_type_uids is needed');
  const service = twin.store.find('service', query.service_uid);
  const duration = Number(query.slot_duration ?? service?.duration ?? 30);
  const interval = Number(query.slot_interval ?? duration);
  const asked: SlotQuery = { from, until, duration, interval, except: query.exclude_booking_uid };
  const times = new Map<number, Content[]>();
  const add = (entity_uid: string, entity_type: string, group: string, calendar: string): void => {
    for (const slot of freeSlots(calendar, asked, twin))
      times.set(slot.from, [
        ...(times.get(slot.from) ?? []),
        { entity_uid, entity_type, group_entity_type: group, group_entity_uid: null },
      ]);
  };
  const [owner] = twin.store.rows('staff');
  for (const id of staff) add(id, 'staff', 'staff', id);
  for (const id of resources) add(id, 'resource', 'resource_type', owner?.id ?? '');
  const rows = [...times.entries()]
    .sort(([one], [other]) => one - other)
    .map(
      ([start, available_entities]): Row => ({
        id: String(start),
        start: new Date(start).toISOString(),
        end: new Date(start + duration * 60_000).toISOString(),
        available_entities,
      }),
    );
  return { kind: 'rows', rows };
};

/** Free slots, from working hours and what is booked. */
export const availabilityHandlers: Readonly<Record<string, Handler>> = {
  'availability.getByService': getByService,
  'availability.getByServices': getByServices,
  'availability.getByStaff': getByStaff,
  'availability.listSlots': listSlots,
};
