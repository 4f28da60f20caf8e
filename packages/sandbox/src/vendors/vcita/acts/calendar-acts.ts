import { chosen, type Input, recordOf } from '../../../act-input.ts';
import type { Act } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { book, cancel } from '../calendar/appointments.ts';
import { freeSlots } from '../calendar/free-slots.ts';
import { refused } from '../wire/refusals.ts';

const dayLength = 86_400_000;

const aClient = chosen('client_id', 'Client', 'client');
const aService = chosen('service_id', 'Service', 'service');
const anAppointment = chosen('appointment_id', 'Appointment', 'appointment');

/** The first free slot of somebody who gives the service, from tomorrow on. */
const bookNext = (input: Input, twin: Twin): Row => {
  const client = recordOf(input, 'client_id', 'client', twin);
  const service = recordOf(input, 'service_id', 'service', twin);
  const now = twin.scheduler.now();
  const asked = {
    from: now + dayLength,
    until: now + 22 * dayLength,
    duration: Number(service.duration),
    interval: 30,
  };
  const staff = Array.isArray(service.staff_ids) ? service.staff_ids.map(String) : [];
  const [first] = staff
    .flatMap((staff_id) => freeSlots(staff_id, asked, twin).map(({ from }) => ({ staff_id, from })))
    .sort((one, other) => one.from - other.from);
  if (!first) throw refused(422, 'invalid', 'There is no free time in the next three weeks');
  const state = service.approval_mode === 'manual' ? 'requested' : 'scheduled';
  const { staff_id, from } = first;
  const start_time = new Date(from).toISOString();
  return book({ client_id: client.id, service_id: service.id, staff_id, start_time, state }, {}, twin, 'user');
};

/** What clients do with the calendar. */
export const calendarActs: readonly Act[] = [
  {
    name: 'clientBooks',
    label: 'A client books an appointment',
    verb: 'Book',
    inputs: [aClient, aService],
    run: bookNext,
  },
  {
    name: 'clientCancels',
    label: 'A client cancels an appointment',
    verb: 'Cancel',
    inputs: [anAppointment],
    run: (input, twin) => cancel(recordOf(input, 'appointment_id', 'appointment', twin), true, twin, 'user'),
  },
];
