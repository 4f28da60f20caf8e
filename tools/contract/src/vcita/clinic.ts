import type { Row } from '@patchbay/core';
import type { Sandbox } from '@patchbay/sandbox';
import type { Samples } from '../sample-value.ts';

/** Records that are kept as others. */
const tables: Readonly<Record<string, string>> = { conversation: 'matter', booking: 'appointment' };

/** Records of the seed's first client, who has a saved card, and the identifiers that are no references. */
export const clinicSamples = (twin: ReturnType<Sandbox['twin']>, resources: readonly string[]): Samples => {
  const rowsOf = (table: string): readonly Row[] => twin.rows(table);
  const [client] = rowsOf('client');
  const own = (table: string): Row | undefined =>
    rowsOf(table).find(({ client_id }) => client_id === client?.id) ?? rowsOf(table)[0];
  const booked = rowsOf('appointment').find(({ state }) => state === 'scheduled');
  const owed = rowsOf('paymentRequest').find(({ payable_uid }) => payable_uid === booked?.id);
  const matter = own('matter');
  const note = rowsOf('clientNote').find(({ matter_uid }) => matter_uid === matter?.id);
  const [hours] = rowsOf('weeklyHours') as unknown as { id: string; days: { slots: { id: string }[] }[] }[];
  const chosen: Readonly<Record<string, Row | undefined>> = {
    client,
    matter,
    conversation: matter,
    booking: booked,
    // The first is a consultation, the second one can be booked online.
    service: rowsOf('service')[1],
    invoice: own('invoice'),
    paymentRequest: owed,
  };
  const names = {
    booking_id: booked?.id,
    entity_uid: own('invoice')?.id,
    entity_id: booked?.id,
    event_instance_id: rowsOf('event')[0]?.id,
    event_instance_uid: rowsOf('event')[0]?.id,
    event_attendance_uid: rowsOf('eventAttendance')[0]?.id,
    note_uid: note?.id,
    weekly_availability_uid: hours?.id,
    time_slot_uid: hours?.days[1]?.slots[0]?.id,
    payment_method_uid: rowsOf('card')[0]?.id,
    payment_subject_id: own('invoice')?.id,
    coupon_code: 'SPRING10',
    app_code_name: 'clinic-import',
    notification_template_code_name: 'appointment_note',
  };
  return {
    rows: Object.fromEntries(resources.map((name) => [name, rowsOf(tables[name] ?? name)])),
    preferred: Object.fromEntries(resources.map((name) => [name, chosen[name] ?? rowsOf(tables[name] ?? name)[0]])),
    names,
  };
};
