import { neighbour, type View } from './view.ts';

/** A staff member; platform v1 writes true and false as text. */
export const staffView: View = (row, { family }) => ({
  photo: row.photo_url,
  photo_path: row.photo_url,
  business_role_display_name: String(row.role),
  owner: row.owner === true,
  invite_sent: String(row.invite_sent ?? false),
  ...(family === 'platform' && { active: String(row.active), deleted: String(row.deleted) }),
});

/** A service; the settings API tells prices in the smallest unit of the currency. */
export const serviceView: View = (row, { twin, family }) => {
  const category = neighbour(twin, 'serviceCategory', row.category_id);
  return {
    type: row.service_type === 'event' ? 'EventService' : 'AppointmentService',
    category: { uid: category.id, name: category.name, position: category.position },
    image_path: row.image_path,
    staff_settings: { random_selection: true, joint_availability: null },
    booking_restriction: {
      uid: row.id,
      is_client_restricted: false,
      restricted_client_statuses: [],
      restriction_rule_text: '',
    },
    ...(family === 'v2' && { price: Math.round(Number(row.price ?? 0) * 100) }),
  };
};

/** A group of services with the services in it. */
export const categoryView: View = (row, { twin }) => {
  const services = twin.store.rows('service').filter(({ category_id }) => category_id === row.id);
  return {
    num_of_services: services.length,
    services: services.map(({ id, name, service_type, duration }) => ({ id, name, service_type, duration })),
  };
};

/** The business; its settings tell the owner too. */
export const businessView: View = (row, { twin }) => {
  const owner = neighbour(twin, 'staff', row.owner_uid);
  return {
    business: {
      id: row.id,
      name: row.name,
      time_zone: row.time_zone,
      business_category: row.business_category,
      country_name: row.country_name,
      short_description: row.short_description,
      address: row.address,
      phone: row.phone,
      website_url: row.website_url,
      created_at: row.created_at,
    },
    admin_account: {
      staff_uid: owner.id,
      display_name: owner.display_name,
      email: owner.email,
      phone: owner.mobile_number,
    },
    meta: { external_reference_id: row.external_reference_id, plan: { name: row.current_package }, tags: row.tags },
    owner: { uid: owner.id, email: owner.email, full_name: owner.display_name },
    phone_info: row.phone_info ?? row.phone,
    display_phone_number: row.phone,
    info_website: row.info_website ?? row.website_url,
    business_description: row.business_description ?? row.short_description,
    structured_address: { full: row.address },
    profession: { name: row.business_category },
    branding: { primary: '#2b7a78' },
    tax_mode: 'exclude',
    first_day: 1,
  };
};

/** Weekly working hours as a time slot's calls answer with them. */
export const weeklyHoursView: View = (row) => ({ uid: row.id, id: Number(row.number), time_slots_by_day: row.days });

/** Subscriptions have numbers; answers tell the halves of the event's name. */
export const webhookView: View = (row) => ({ id: Number(row.id) });

/** A staff member who works on a matter too. */
export const collaboratorView: View = (row, { twin }) => ({
  id: 1 + twin.store.rows('matterCollaborator').findIndex(({ id }) => id === row.id),
});

/** Settings of a client; its number within vcita is told beside its identifier. */
export const clientSettingsView: View = (row, { twin }) => ({
  client_uid: row.id,
  client_id: 1 + twin.store.rows('client').findIndex(({ id }) => id === row.id),
});
