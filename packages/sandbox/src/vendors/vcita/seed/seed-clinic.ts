import type { Twin } from '../../../twin.ts';
import { giveHours } from '../records/team-rules.ts';
import { categories, coupons, packages, products, services, taxes } from './offers.ts';
import { business, staff } from './people.ts';
import { at, instantIn, type Write } from './writer.ts';

const seedTeam = (twin: Twin, write: Write): void => {
  const { id } = write('business', { ...business, directory_uid: twin.rules.newId?.('directory', twin.random) });
  staff.forEach(({ hours, ...person }, index) => {
    const email = `${person.first_name}.${person.last_name}@milllane.example`.toLowerCase();
    const row = write('staff', {
      ...person,
      email,
      owner: index === 0,
      mobile_number: `7700 90012${index}`,
      country_name: 'GB',
      photo_url: `${twin.url}/favicon.ico`,
      default_homepage: 'dashboard',
    });
    giveHours(row.id, hours, twin);
  });
  twin.store.put('business', { ...twin.store.find('business', id), id, owner_uid: at('staff', 0, twin).id });
};

const seedOffers = (twin: Twin, write: Write): void => {
  for (const name of categories) write('serviceCategory', { name });
  for (const { category, who, price, ...service } of services)
    write('service', {
      ...service,
      price,
      category_id: at('serviceCategory', category, twin).id,
      charge_type: price > 0 ? 'paid' : 'no_price',
      service_type: category === 2 ? 'event' : 'appointment',
      interaction_type: service.name === 'Telephone advice' ? 'business_phone' : 'business_location',
      meeting_interaction_details: business.address,
      staff_ids: who.map((index) => at('staff', index, twin).id),
    });
  for (const tax of taxes) write('tax', tax);
  for (const product of products) write('product', { ...product, tax_uids: [at('tax', 0, twin).id] });
  for (const { service, bookings, ...offer } of packages) {
    const { id, name } = at('service', service, twin);
    const items = [{ total_bookings: String(bookings), services: [{ id, name }] }];
    write('package', { ...offer, items, currency: business.currency, expiration: 12, expiration_unit: 'M' });
  }
  for (const { from, to, ...coupon } of coupons)
    write('coupon', {
      ...coupon,
      starts_at: instantIn(from, twin),
      expires_at: instantIn(to, twin),
      max_redemptions: 100,
      max_redemptions_per_client: 1,
    });
};

const seedFields = (write: Write): void => {
  write('field', { type: 'name', label: 'Case name', object_type: 'matter', required: true });
  write('field', { type: 'text', label: 'Referred by', object_type: 'contact' });
  write('field', { type: 'select', label: 'Insurance', object_type: 'contact', options: ['None', 'Aviva', 'Bupa'] });
  write('field', { type: 'text', label: 'Where it hurts', object_type: 'matter' });
};

const seedSettings = (twin: Twin, write: Write): void => {
  write('paymentSettings', {
    currency: business.currency,
    payments_enabled: true,
    payments_gateway_type: 'stripe',
    multiple_currencies: false,
    allow_view_payments: true,
    allow_credit_card: true,
    partial_payments_enabled: true,
    show_taxes: true,
    tax_mode: 'exclude',
    billing_address: business.billing_address,
    matter_term: 'Case',
  });
  write('businessClientSettings', { terms: { selected: 'clients', options: ['clients', 'customers', 'patients'] } });
  write('form', { id: 'contact', type: 'contact', sections: [{ editable: true, fields: [] }] });
  write('form', { id: 'scheduling', type: 'scheduling', sections: [{ editable: true, fields: [] }] });
  const first = at('service', 0, twin);
  const room = write('resourceType', { name: 'Treatment room', services: [first.id] });
  for (const name of ['Room 1', 'Room 2']) write('resource', { name, resource_type_uid: room.id });
  write('app', {
    app_code_name: 'clinic-import',
    name: 'Clinic import',
    app_type: ['import_clients'],
    app_types: ['import_clients'],
    assignment_types: ['installed'],
    redirect_uri: 'https://import.milllane.example',
    app_host: 'https://import.milllane.example',
    installed: true,
    owner: true,
  });
  write('notificationTemplate', {
    code_name: 'appointment_note',
    title: [{ locale: 'en', value: 'A note on an appointment' }],
    description: [{ locale: 'en', value: 'Tells staff about a change' }],
    category: 'scheduling',
    configurable_by_staff: true,
    content: {},
  });
};

/** The clinic itself: its team, what it offers, its settings. */
export const seedClinic = (twin: Twin, write: Write): void => {
  seedTeam(twin, write);
  seedOffers(twin, write);
  seedFields(write);
  seedSettings(twin, write);
};
