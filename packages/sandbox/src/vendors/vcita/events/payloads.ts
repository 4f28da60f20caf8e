import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { nameOfMatter } from '../records/matters.ts';
import { linesOf, totalsOf } from '../sales/amounts.ts';
import { attendanceView } from '../views/booking-view.ts';
import { depositView } from '../views/sales-view.ts';
import { sourceOf } from '../views/view.ts';

type Content = Readonly<Record<string, unknown>>;

/** The `data` of a delivery; its names differ from those of the API. */
export type Payload = (row: Row, twin: Twin) => Content;

const businessId = ({ store }: Twin): unknown => store.rows('business')[0]?.id;

const client: Payload = (row, twin) => ({
  business_id: businessId(twin),
  client_id: row.id,
  first_name: row.first_name,
  last_name: row.last_name,
  phone: row.phone,
  email: row.email,
  image: null,
  address: { main: row.address },
  custom_fields: [row.custom_field1, row.custom_field2, row.custom_field3].filter(Boolean),
  visible: true,
  opt_in: row.opt_in,
  created_at: row.created_at,
  updated_at: row.updated_at,
  spam: row.spam,
});

const appointment: Payload = (row, twin) => ({
  business_id: businessId(twin),
  appointment_id: row.id,
  conversation_id: row.matter_uid,
  title: row.title,
  client_id: row.client_id,
  staff_id: row.staff_id,
  start_time: row.start_time,
  end_time: row.end_time,
  duration: row.duration,
  service_uid: row.service_id,
  notes: row.notes ?? '',
  interaction_details: row.interaction_details,
  currency: row.currency,
  payment_id: null,
  where: row.interaction_details || row.interaction_type,
  source_data: { id: 1, ...sourceOf(row) },
});

const matter: Payload = (row, twin) => ({
  matter_id: row.id,
  display_name: nameOfMatter(row),
  deleted: row.deleted,
  staff_id: row.staff_id,
  created_at: row.created_at,
  updated_at: row.updated_at,
  business_id: businessId(twin),
});

const conversation: Payload = (row, twin) => ({
  matter_uid: row.id,
  updated_at: row.updated_at,
  business_uid: businessId(twin),
  contact_uid: row.client_id,
});

const invoice: Payload = (row, twin) => ({
  business_id: businessId(twin),
  staff_id: row.staff_id,
  conversation_id: row.matter_uid,
  invoice_id: row.id,
  state: row.status,
  title: row.invoice_label,
  issued_at: row.issue_date,
  due_date: row.due_date,
  invoice_number: String(row.invoice_number),
  address: row.billing_address,
  note: row.note,
  amount: totalsOf(row).total,
  currency: row.currency,
  charge_at: null,
  client_id: row.client_id,
  created_at: row.created_at,
  items: linesOf(row.items).map(({ name, unit_amount, taxes }) => ({
    title: name,
    amount: unit_amount,
    tax: taxes[0]?.rate ?? 0,
  })),
});

const estimate: Payload = (row, twin) => ({
  business_id: businessId(twin),
  conversation_id: row.matter_uid,
  estimate_id: row.id,
  estimate_number: String(row.estimate_number),
  amount: totalsOf(row).total,
  currency: row.currency,
  state: row.status,
  due_date: row.due_date,
  client_id: row.client_id,
  created_at: row.created_at,
});

const payment: Payload = (row, twin) => {
  const requests = Array.isArray(row.payment_requests) ? row.payment_requests : [];
  return {
    payment_id: row.id,
    business_id: businessId(twin),
    conversation_id: row.matter_uid,
    state: row.state,
    title: row.title,
    note: row.note ?? '',
    amount: row.amount,
    currency: row.currency,
    charge_at: row.paid_at,
    refunded_at: row.refunded_at ?? null,
    payment_method: row.payment_method,
    other_payment_method: row.other_payment_method,
    reference: row.reference,
    offline: row.offline ?? true,
    pay_key: row.pay_key,
    payment_request_id: requests[0]?.id ?? null,
    payment_requests: requests,
    client_id: row.client_id,
    created_at: row.created_at,
  };
};

const message: Payload = (row, twin) => ({
  business_id: businessId(twin),
  staff_id: row.staff_id,
  conversation_id: row.matter_uid,
  message_id: row.id,
  message: row.text,
  client_id: row.client_id,
  created_at: row.created_at,
});

const conversationItem: Payload = (row, twin) => ({
  uid: row.id,
  conversation_uid: row.matter_uid,
  contact_uid: row.client_id,
  business_uid: businessId(twin),
  staff_id: row.staff_id,
  message_type: row.message_type,
  direction: row.direction,
  text: row.text,
  message_category: 'message',
  message_entity_uid: row.id,
  created_at: row.created_at,
  external_message_id: null,
  channel_uid: row.channel_uid,
});

const deposit: Payload = (row, twin) => {
  const { title, amount, payment_request_uid } = depositView(row, { twin, family: 'business', query: {} });
  const { matter_uid, staff_id, payment_uid, currency, entity_uid, entity_type, created_at, updated_at } = row;
  return {
    uid: row.id,
    ...{ matter_uid, staff_uid: staff_id, payment_uid, payment_request_uid, amount, currency, title },
    ...{ entity_uid, entity_type, created_at, updated_at },
  };
};

const attendance: Payload = (row, twin) => {
  const { event_title, start_time } = attendanceView(row, { twin, family: 'platform', query: {} });
  const event = twin.store.find('event', row.event_instance_uid);
  return {
    business_id: businessId(twin),
    event_attendance_id: row.id,
    client_id: row.client_id,
    status: row.state,
    event_title,
    start_time,
    end_time: event?.end_time,
    interaction_type: event?.interaction_type,
    interaction_details: event?.interaction_details,
    conversation_id: row.matter_uid,
  };
};

const staff: Payload = (row, twin) => ({
  business_id: businessId(twin),
  staff_id: row.id,
  first_name: row.first_name,
  last_name: row.last_name,
  display_name: row.display_name,
  phone: row.mobile_number,
  email: row.email,
  role: row.role,
  created_at: row.created_at,
});

const service: Payload = (row, twin) => ({
  uid: row.id,
  name: row.name,
  type: row.service_type,
  image_path: row.image_path,
  interaction_type: row.interaction_type,
  duration: row.duration,
  min_hours_before_meeting: 0,
  padding: 0,
  future_bookings_limit: null,
  interval: 30,
  price: row.price,
  meeting_length: row.duration,
  charge_type: row.charge_type,
  active: true,
  max_attendance: row.service_type === 'event' ? 10 : 1,
  currency: row.currency,
  business_uid: businessId(twin),
  updated_at: row.updated_at,
});

const contactImport: Payload = (row) => {
  const none = { count: 0, external_ids: [] };
  return {
    session_id: row.session_id,
    processed_entity: 'clients',
    import_done: true,
    page: 1,
    clients_import_status: { created: { count: 1, external_ids: [] }, failed: none, updated: none, skipped: none },
  };
};

/** Payloads by the entity of an event. */
export const payloads: Readonly<Record<string, Payload>> = {
  client,
  appointment,
  matter,
  conversation,
  invoice,
  estimate,
  payment,
  message,
  conversation_item: conversationItem,
  deposit,
  event: attendance,
  event_attendance: attendance,
  staff,
  service,
  bulk_import: contactImport,
};
