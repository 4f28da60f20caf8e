import { describe, expect, it } from 'vitest';
import type { Json } from './harness.ts';
import { startClinic } from './vcita-clinic.ts';

type Clinic = Awaited<ReturnType<typeof startClinic>>;

const week = { start_date: '2026-11-30', end_date: '2026-12-04' } as const;

/** Free slots of a service, as they are told. */
const slotsOf = async ({ client }: Clinic, service_uid: string, staff_id: string): Promise<Json[]> => {
  const { availabilities } = (await client.availability.getByService({ service_uid, staff_id, ...week })) as Json;
  return Object.values(availabilities).flat() as Json[];
};

const visit = (clinic: Clinic) => {
  const { at, business } = clinic;
  const staff_id = at('staff').id;
  const service_id = at('service', 1).id;
  return { business_id: business, client_id: at('client').id, service_id, staff_id };
};

const starts = (slots: readonly Json[]): number[] => slots.map(({ start_time }) => Date.parse(start_time));

describe('free slots', () => {
  it('lie in the working hours of the staff member, on the clocks of the business, without what is booked', async () => {
    const clinic = await startClinic();
    const { twin } = clinic;
    const { staff_id, service_id } = visit(clinic);
    const slots = await slotsOf(clinic, service_id, staff_id);
    expect(slots.length).toBeGreaterThan(20);
    const busy = twin.rows('appointment').filter((row) => row.staff_id === staff_id && row.state !== 'cancelled');
    for (const { start_time, duration_minutes } of slots) {
      const time = start_time.slice(11, 16);
      expect(time >= '09:00' && time <= '16:15' && duration_minutes === 45).toBe(true);
      const from = Date.parse(start_time);
      const clash = busy.some(
        (row) => Date.parse(String(row.start_time)) < from + 45 * 60_000 && from < Date.parse(String(row.end_time)),
      );
      expect(clash).toBe(false);
    }
  });

  it('follow the clocks through the change to summer time', async () => {
    const clinic = await startClinic();
    const { service_id, staff_id } = visit(clinic);
    const first = async (day: string) => {
      const { availabilities } = (await clinic.client.availability.getByService({
        service_uid: service_id,
        staff_id,
        start_date: day,
        end_date: day,
      })) as Json;
      return availabilities[day][0].start_time;
    };
    expect(await first('2027-03-26')).toBe('2027-03-26T09:00:00+00:00');
    expect(await first('2027-03-29')).toBe('2027-03-29T09:00:00+01:00');
  });

  it('of v3 are in UTC and name who is free; weekly hours decide', async () => {
    const clinic = await startClinic();
    const { client, at, business, twin } = clinic;
    const staff = at('staff', 2).id;
    const span = {
      start_time: '2027-01-04T00:00:00Z',
      end_time: '2027-01-04T23:00:00Z',
      staff_uids: [staff],
      slot_duration: 60,
    };
    const before = await client.availability.listSlots(span).toArray();
    expect(before.map(({ start }) => start)).toHaveLength(6);
    expect(before[0]).toMatchObject({ start: '2027-01-04T08:00:00.000Z', available_entities: [{ entity_uid: staff }] });
    const hours = twin.rows('weeklyHours')[2]?.id ?? '';
    const slot = { weekly_availability_uid: hours, business_id: business, start_time: '15:00', end_time: '17:00' };
    await client.timeSlot.create({ ...slot, day: 1 });
    expect(await client.availability.listSlots(span).toArray()).toHaveLength(8);
  });

  it('of a range without end, or of too many days, are refused', async () => {
    const { client, at } = await startClinic();
    const input = { service_uid: at('service').id, start_date: '2026-12-01', end_date: '2027-03-01' };
    await expect(client.availability.getByService(input)).rejects.toMatchObject({ status: 400 });
  });
});

describe('an appointment', () => {
  it('is booked in a free slot, moved, and cancelled; its time is taken as long', async () => {
    const clinic = await startClinic();
    const { client, business, at } = clinic;
    const wish = visit(clinic);
    const [first, second] = await slotsOf(clinic, wish.service_id, wish.staff_id).then((all) => [all[0], all.at(-1)]);
    const booked = await client.booking.create({ ...wish, start_time: first.start_time });
    expect(booked).toMatchObject({ status: 'scheduled', duration: 45, client_id: wish.client_id, price: 60 });
    const after = starts(await slotsOf(clinic, wish.service_id, wish.staff_id));
    expect(after).not.toContain(Date.parse(first.start_time));
    const again = client.booking.create({ ...wish, client_id: at('client', 1).id, start_time: first.start_time });
    await expect(again).rejects.toMatchObject({ status: 412 });

    const booking_id = String(booked.id);
    const moved = await client.booking.update({ booking_id, business_id: business, start_time: second.start_time });
    expect(Date.parse(String(moved.start_time))).toBe(Date.parse(second.start_time));
    expect(starts(await slotsOf(clinic, wish.service_id, wish.staff_id))).toContain(Date.parse(first.start_time));

    expect(await client.booking.cancel({ booking_id, business_id: business })).toMatchObject({ success: true });
    expect(await client.appointment.get({ appointment_id: booking_id })).toMatchObject({ state: 'cancelled' });
    expect(starts(await slotsOf(clinic, wish.service_id, wish.staff_id))).toContain(Date.parse(second.start_time));
    await expect(client.booking.cancel({ booking_id, business_id: business })).rejects.toMatchObject({ status: 422 });
  });

  it.each([
    ['in the past', '2026-11-20T10:00:00Z', 'BOOKING_VIOLATION'],
    ['at night', '2026-12-01T23:00:00Z', 'TIMESLOT_UNAVAILABLE'],
    ['on a Sunday', '2026-12-06T10:00:00Z', 'TIMESLOT_UNAVAILABLE'],
  ])('%s is refused with 412', async (_, start_time, code) => {
    const clinic = await startClinic();
    const body = { ...visit(clinic), start_time };
    const { status, json } = await clinic.call('POST', '/business/scheduling/v1/bookings', { body });
    expect([status, json.success ?? json.status, json.errors?.[0].code ?? json.error_code]).toEqual([412, false, code]);
  });

  it('of a service that has to be approved is a request until it is accepted', async () => {
    const clinic = await startClinic();
    const { client, business, found, at } = clinic;
    const service_id = found('service', 'approval_mode', 'manual').id;
    const staff_id = at('staff', 1).id;
    const [slot] = await slotsOf(clinic, service_id, staff_id);
    const booked = await client.booking.create({ ...visit(clinic), service_id, staff_id, start_time: slot.start_time });
    expect(booked.status).toBe('requested');
    const input = { booking_id: String(booked.id), business_id: business };
    expect(await client.booking.accept(input)).toMatchObject({ id: booked.id, success: true });
    expect(await client.appointment.get({ appointment_id: String(booked.id) })).toMatchObject({ state: 'scheduled' });
    await expect(client.booking.accept(input)).rejects.toMatchObject({ status: 422 });
    await client.booking.setNoShow({ ...input, mark_as_no_show: true });
    expect(await client.appointment.get({ appointment_id: String(booked.id) })).toMatchObject({
      no_show: true,
      state: 'done',
    });
  });

  it('may be put down by staff outside the hours, but not on top of another one', async () => {
    const clinic = await startClinic();
    const { client } = clinic;
    const { business_id: _, ...wish } = visit(clinic);
    const evening = {
      ...wish,
      title: 'Late visit',
      start_time: '2026-12-01T20:00:00+00:00',
      end_time: '2026-12-01T21:00:00+00:00',
    };
    expect(await client.appointment.create(evening)).toMatchObject({ title: 'Late visit', duration: 60 });
    await expect(client.appointment.create(evening)).rejects.toMatchObject({ status: 412 });
  });

  it('takes a time with any zone', async () => {
    const clinic = await startClinic();
    const wish = visit(clinic);
    const [slot] = await slotsOf(clinic, wish.service_id, wish.staff_id);
    const instant = Date.parse(slot.start_time);
    const start_time = `${new Date(instant + 3_600_000).toISOString().slice(0, 19)}+01:00`;
    const booked = await clinic.client.booking.create({ ...wish, start_time });
    expect(Date.parse(String(booked.start_time))).toBe(instant);
  });
});

describe('a class', () => {
  it('takes as many as there are places; the others wait in a row', async () => {
    const { client, at, business } = await startClinic();
    const made = await client.event.create({
      title: 'Yoga',
      start_time: '2026-12-08T18:00:00Z',
      duration: 60,
      max_attendance: 1,
    });
    const event = String(made.uid);
    const seat = await client.event.addAttendee({ event_instance_uid: event, client_id: at('client').id });
    expect(await client.eventAttendance.get({ event_attendance_uid: String(seat.uid) })).toMatchObject({
      event_title: 'Yoga',
    });
    const more = client.event.addAttendee({ event_instance_uid: event, client_id: at('client', 1).id });
    await expect(more).rejects.toMatchObject({ status: 412 });
    const wait = (client_id: string) =>
      client.waitlist.join({ event_instance_id: event, client_id, business_id: business });
    expect((await wait(at('client', 1).id)).spot).toBe(1);
    expect((await wait(at('client', 2).id)).spot).toBe(2);
  });
});
