import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { book } from '../calendar/appointments.ts';
import { attend } from '../calendar/events.ts';
import { freeSlots } from '../calendar/free-slots.ts';
import { mattersOf } from '../records/matters.ts';
import { at, type Write } from './writer.ts';

const dayLength = 86_400_000;
const minute = 60_000;

const giversOf = (service: Row): string[] => (Array.isArray(service.staff_ids) ? service.staff_ids.map(String) : []);

const bookable = ({ store }: Twin): Row[] =>
  store.rows('service').filter(({ service_type }) => service_type === 'appointment');

/** Fills a part of the next two weeks; free time is left. The first is what the first client has a package for. */
const seedComing = (twin: Twin): void => {
  const now = twin.scheduler.now();
  for (let index = 0; index < 18; index++) {
    const service = index === 0 ? at('service', 1, twin) : twin.random.pick(bookable(twin));
    const staff = twin.random.pick(giversOf(service));
    const duration = Number(service.duration);
    const slots = freeSlots(
      staff,
      { from: now + dayLength, until: now + 15 * dayLength, duration, interval: 30 },
      twin,
    );
    if (slots.length === 0) continue;
    const slot = twin.random.pick(slots);
    book(
      {
        client_id: at('client', index * 3, twin).id,
        service_id: service.id,
        staff_id: staff,
        start_time: new Date(slot.from).toISOString(),
        state: service.approval_mode === 'manual' ? 'requested' : 'scheduled',
      },
      {},
      twin,
      'user',
    );
  }
};

/** What was: done, some of it with nobody there, some called off. */
const seedPast = (twin: Twin, write: Write): void => {
  const states = ['done', 'done', 'done', 'cancelled'] as const;
  for (let index = 0; index < 12; index++) {
    const service = twin.random.pick(bookable(twin));
    const client = at('client', index * 2, twin);
    const duration = Number(service.duration);
    const from =
      Math.floor((twin.scheduler.now() - (30 - index * 2) * dayLength) / dayLength) * dayLength + 10 * 60 * minute;
    write('appointment', {
      title: service.name,
      client_id: client.id,
      matter_uid: mattersOf(client.id, twin)[0]?.id,
      service_id: service.id,
      staff_id: twin.random.pick(giversOf(service)),
      start_time: new Date(from).toISOString(),
      end_time: new Date(from + duration * minute).toISOString(),
      duration,
      state: twin.random.pick(states),
      no_show: index === 4,
      interaction_type: service.interaction_type,
      interaction_details: service.meeting_interaction_details,
      charge_type: service.charge_type === 'paid' ? 'fixed' : 'no_price',
      price: service.price,
      currency: service.currency,
      business_uid: twin.store.rows('business')[0]?.id,
    });
  }
};

const seedEvents = (twin: Twin, write: Write): void => {
  const service = twin.store.rows('service').find(({ service_type }) => service_type === 'event');
  for (const week of [1, 2]) {
    const from = Math.floor((twin.scheduler.now() + week * 7 * dayLength) / dayLength) * dayLength + 18 * 60 * minute;
    const event = write('event', {
      title: service?.name,
      service_id: service?.id,
      staff_id: at('staff', 2, twin).id,
      start_time: new Date(from).toISOString(),
      end_time: new Date(from + 60 * minute).toISOString(),
      duration: 60,
      max_attendance: 10,
      state: 'scheduled',
      interaction_type: 'business_location',
      interaction_details: 'Room 2',
      charge_type: 'paid',
      price: '12.0',
      currency: 'GBP',
    });
    for (let index = 0; index < 4; index++)
      attend(event.id, { client_id: at('client', week * 5 + index, twin).id }, twin, 'user');
  }
};

/** The calendar: what was, what is to come, and classes. */
export const seedCalendar = (twin: Twin, write: Write): void => {
  seedPast(twin, write);
  seedComing(twin);
  seedEvents(twin, write);
};
