import { mattersOf, nameOfMatter } from '../records/matters.ts';
import { fullName, neighbour, sourceOf, type View } from './view.ts';

const tagsIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A client with its matters; its tags are those of the matters. */
export const clientView: View = (row, { twin }) => {
  const matters = mattersOf(row.id, twin);
  return {
    tags: [...new Set(matters.flatMap(({ tags }) => tagsIn(tags)))],
    matters: matters.map((matter) => ({
      uid: matter.id,
      display_name: nameOfMatter(matter),
      fields: matter.fields,
    })),
    customer_status: row.status,
    normalized_phone: typeof row.phone === 'string' ? row.phone.replace(/[^\d+]/g, '') : null,
    channel: row.source_channel ?? null,
    campaign: row.source_campaign ?? null,
    source: row.source_name ?? null,
    source_data: sourceOf(row),
    matter_term: 'Case',
  };
};

/** A matter, which is a conversation in other words. */
export const matterView: View = (row, { twin, family }) => {
  const client = neighbour(twin, 'client', row.client_id);
  const staff = neighbour(twin, 'staff', row.staff_id);
  const messages = twin.store.rows('message').filter(({ matter_uid }) => matter_uid === row.id);
  const last = messages.at(-1);
  const lastOf = (direction: string) => messages.findLast((one) => one.direction === direction);
  const business = lastOf('business_to_client');
  const byClient = lastOf('client_to_business');
  const contact = { uid: row.client_id, display_name: fullName(client) };
  return {
    display_name: nameOfMatter(row),
    title: row.title ?? nameOfMatter(row),
    contacts: [contact],
    staff: { uid: row.staff_id, display_name: staff.display_name },
    client: family === 'v2' ? { ...contact, email: client.email, phone: client.phone } : contact,
    deep_link: `${twin.url}/app/clients/${String(row.client_id)}`,
    last_business_action: business?.text ?? null,
    last_client_action: byClient?.text ?? null,
    last_activity_action: last?.text ?? null,
    last_activity_time: last?.created_at ?? row.created_at,
    sent: business !== undefined,
    received: byClient !== undefined,
    message_count: messages.length,
    last_message: last ? { title: last.title, text: last.text, message_of: last.message_of, extra_data: null } : null,
    last_user_action_at: business?.created_at ?? null,
    last_client_action_at: byClient?.created_at ?? null,
    follow_up_text: row.follow_up_message ?? null,
    has_matter: true,
    matter: { uid: row.id, display_name: nameOfMatter(row) },
  };
};

/** A message with the staff member who wrote it. */
export const messageView: View = (row, { twin }) => {
  const { id, display_name, email, ...staff } = neighbour(twin, 'staff', row.staff_id);
  return {
    staff: id ? { uid: id, full_name: fullName(staff), display_name, email } : null,
    message_of: row.direction === 'business_to_client' ? 'staff' : 'client',
    subject: row.title,
  };
};

/** A hit of the search: a matter with its client. */
export const matterHitView: View = (row, { twin }) => {
  const client = neighbour(twin, 'client', row.client_id);
  return {
    matter_name: nameOfMatter(row),
    matter_uid: row.id,
    contact_uid: row.client_id,
    contact_full_name: fullName(client),
    contact_email: client.email,
    phone_to_display: client.phone,
    contact_status: client.status,
    contact_address: client.address,
    tags: tagsIn(row.tags).join(' '),
    last_activity_time: row.updated_at,
    last_interaction: row.updated_at,
    custom_fields: Object.fromEntries(
      (Array.isArray(row.fields) ? row.fields : []).map(({ uid, value }) => [uid, value]),
    ),
    calculated_fields: {},
  };
};
