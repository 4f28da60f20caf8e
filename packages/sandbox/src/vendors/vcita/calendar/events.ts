import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { found } from '../handlers/table.ts';
import { mattersOf } from '../records/matters.ts';
import { refused } from '../wire/refusals.ts';

type Values = Readonly<Record<string, unknown>>;

const taken = (event: Row, { store }: Twin): number =>
  store.rows('eventAttendance').filter((row) => row.event_instance_uid === event.id && row.state !== 'cancelled')
    .length;

/**
 * Gives a client a seat at an event.
 * @throws ApiError 412 when it is full
 */
export const attend = (eventId: unknown, values: Values, twin: Twin, actor: Actor): Row => {
  const event = found('event', eventId, twin);
  if (taken(event, twin) >= Number(event.max_attendance ?? Number.POSITIVE_INFINITY))
    throw refused(412, 'BOOKING_VIOLATION', 'The event is full');
  const { client_id, campaign, channel, source_name, source_url } = values;
  return twin.records.create(
    'eventAttendance',
    {
      event_instance_uid: event.id,
      client_id,
      matter_uid: values.matter_uid ?? mattersOf(client_id, twin)[0]?.id,
      business_uid: twin.store.rows('business')[0]?.id,
      state: 'scheduled',
      no_show: false,
      ...{ campaign, channel, source_name, source_url },
    },
    actor,
  );
};
