import { invalid } from '../../../api-error.ts';
import type { Call, Handler } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import { attend } from '../calendar/events.ts';
import { mattersOf } from '../records/matters.ts';
import { refused, wrongValue } from '../wire/refusals.ts';
import { found } from './table.ts';

interface Slot {
  readonly id: string;
  readonly start_time: string;
  readonly end_time: string;
}

interface Day {
  readonly day: number;
  readonly enabled: boolean;
  readonly slots: readonly Slot[];
}

const daysOf = (hours: Row): readonly Day[] => (Array.isArray(hours.days) ? hours.days : []);

const checkTimes = ({ body }: Call): void => {
  if (String(body.end_time) <= String(body.start_time))
    throw wrongValue('end_time', 'end_time must be after start_time');
};

const holding = ({ path, twin }: Call): Row => {
  const id = path.time_slot_uid;
  const hours = twin.store
    .rows('weeklyHours')
    .find((row) => daysOf(row).some(({ slots }) => slots.some((slot) => slot.id === id)));
  if (!hours) throw refused(422, 'invalid', 'Not Found');
  return hours;
};

const save = ({ twin, actor }: Call, hours: Row, change: (day: Day) => Day): Row =>
  twin.records.update(
    'weeklyHours',
    hours.id,
    {
      days: daysOf(hours)
        .map(change)
        .map((day) => ({ ...day, enabled: day.slots.length > 0 })),
    },
    actor,
  );

/** Weekly working hours get one more stretch. */
const createSlot: Handler = (call) => {
  const { body, twin } = call;
  checkTimes(call);
  const hours = found('weeklyHours', body.weekly_availability_uid, twin);
  const slot: Slot = {
    id: twin.rules.newId?.('timeSlot', twin.random) ?? '',
    start_time: String(body.start_time),
    end_time: String(body.end_time),
  };
  const row = save(call, hours, (day) => (day.day === body.day ? { ...day, slots: [...day.slots, slot] } : day));
  return { kind: 'row', row };
};

const updateSlot: Handler = (call) => {
  checkTimes(call);
  const { path, body } = call;
  const times = { start_time: String(body.start_time), end_time: String(body.end_time) };
  const row = save(call, holding(call), (day) => ({
    ...day,
    slots: day.slots.map((slot) => (slot.id === path.time_slot_uid ? { ...slot, ...times } : slot)),
  }));
  return { kind: 'row', row };
};

const deleteSlot: Handler = (call) => {
  save(call, holding(call), (day) => ({
    ...day,
    slots: day.slots.filter(({ id }) => id !== call.path.time_slot_uid),
  }));
  return { kind: 'nothing' };
};

const createEvent: Handler = ({ body, twin, actor }) => {
  const from = Date.parse(String(body.start_time));
  const until = body.end_time ? Date.parse(String(body.end_time)) : from + Number(body.duration ?? 60) * 60_000;
  if (until <= from) throw invalid('end_time', 'must be after start_time');
  const row = twin.records.create(
    'event',
    {
      ...body,
      start_time: new Date(from).toISOString(),
      end_time: new Date(until).toISOString(),
      duration: Math.round((until - from) / 60_000),
      max_attendance: body.max_attendance ?? 10,
      state: 'scheduled',
      price: '0.0',
      staff_id: twin.store.rows('staff')[0]?.id,
    },
    actor,
  );
  return { kind: 'row', row };
};

/** Clients wait in the order of their coming. */
const join: Handler = ({ body, twin, actor }) => {
  const event = found('event', body.event_instance_id, twin);
  const waiting = twin.store.rows('waitlist').filter((row) => row.event_instance_uid === event.id);
  if (waiting.some((row) => row.client_id === body.client_id))
    throw refused(422, 'already_exists', 'The client waits already');
  const row = twin.records.create(
    'waitlist',
    {
      event_instance_uid: event.id,
      client_id: body.client_id,
      matter_uid: body.matter_uid ?? mattersOf(body.client_id, twin)[0]?.id,
      spot: waiting.length + 1,
      status: 'waiting',
      initiator: 'staff',
      type: 'waitlist',
    },
    actor,
  );
  return { kind: 'row', row };
};

/** Calls on weekly hours, events and waiting lists. */
export const calendarHandlers: Readonly<Record<string, Handler>> = {
  'timeSlot.create': createSlot,
  'timeSlot.update': updateSlot,
  'timeSlot.delete': deleteSlot,
  'event.create': createEvent,
  'event.addAttendee': ({ path, body, twin, actor }) => ({
    kind: 'row',
    row: attend(path.event_instance_uid, body, twin, actor),
  }),
  'waitlist.join': join,
};
