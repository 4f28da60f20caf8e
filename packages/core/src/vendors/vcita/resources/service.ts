import {
  choice,
  flag,
  id,
  integer,
  list,
  longText,
  money,
  number,
  object,
  ref,
  text,
  url,
} from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { serviceQuery } from '../sales-fields.ts';
import { businessId, identityId, identityUid } from '../shared-fields.ts';

const platform = 'vcita/developers-hub:swagger/sales/legacy/legacy_v1_sales.json';

const places = [
  'default_business_location',
  'business_location',
  'client_location',
  'business_phone',
  'client_phone',
  'online',
  'zoom',
  'skype',
] as const;
const charging = choice(['no_price', 'paid', 'free'], 'How it is charged');
const price = number('Price in the smallest unit of the currency', { example: 8000 });

/** What the settings API takes and answers. */
const settings = {
  service_type: choice(['appointment', 'event'], 'Kind'),
  charge_type: charging,
  price,
  currency: text('Three-letter currency code', { example: 'EUR' }),
  meeting_interaction_details: text('Address, phone or link', { example: 'Room 2' }),
  description: longText('Description, seen by clients', { example: 'Talk and examination' }),
  display: flag('Clients can book it'),
  approval_mode: choice(['immediate', 'manual'], 'How bookings are approved'),
} as const;

const settingsRow = {
  ...identityUid,
  ...identityId,
  name: text('Name'),
  duration: integer('Duration', { unit: 'minutes' }),
  interaction_type: choice(places, 'Where it takes place'),
  ...settings,
  type: text('Kind in the API'),
  category: object(
    { uid: ref('serviceCategory', 'Category'), name: text('Name'), position: integer('Position') },
    'Category',
  ),
} as const;

const which = ref('service', 'Service', { label: 'Service' });

/** What clients can book: an appointment or an event. */
export const service = defineResource({
  name: 'service',
  label: 'Service',
  description: 'What clients can book: an appointment or an event',
  lookup: { search: { query: 'name' } },
  fields: {
    ...identityId,
    name: text('Name', { example: 'First consultation' }),
    type: text('Kind', { readOnly: true }),
    duration: integer('Duration', { unit: 'minutes', example: 45 }),
    price: money('Price', { readOnly: true }),
    currency: text('Currency', { readOnly: true }),
    charge_type: text('How it is charged', { readOnly: true }),
    interaction_type: choice(places, 'Where it takes place'),
    description: text('Description', { readOnly: true }),
    approval_mode: text('How bookings are approved', { readOnly: true }),
    image_path: url('Picture', { readOnly: true }),
    photo_path: text('Photo', { readOnly: true, nullable: true }),
    staff_settings: object(
      {
        random_selection: flag('Any staff member'),
        joint_availability: flag('All staff members together', { nullable: true }),
      },
      'Choice of staff',
      { readOnly: true },
    ),
    booking_restriction: object(
      {
        uid: id('Identifier'),
        is_client_restricted: flag('Not for all clients'),
        restricted_client_statuses: list(text('A status'), 'Statuses of clients'),
        restriction_rule_text: text('Rule'),
      },
      'Who may book it',
      { readOnly: true },
    ),
  },
  operations: {
    list: {
      route: 'GET /platform/v1/services',
      summary: 'Get many services',
      query: {
        ...businessId,
        ...serviceQuery,
        include_hidden: flag('Hidden ones too'),
        active_staff_only: flag('Only with an active staff member'),
      },
      returns: 'many',
      rowsPath: ['data.services', 'data'],
      evidence: 'documented',
      source: platform,
    },
    get: {
      route: 'GET /platform/v1/services/{service_uid}',
      summary: 'Get a service',
      path: { service_uid: which },
      query: { extra_decorator_fields: choice(['true'], 'Booking limits and reminders too') },
      returns: 'one',
      itemPath: 'data.service',
      evidence: 'partly',
      source: platform,
    },
    create: {
      route: 'POST /v2/settings/services',
      summary: 'Create a service',
      body: {
        required: ['name', 'duration', 'interaction_type'],
        fields: {
          category: object({ uid: ref('serviceCategory', 'Category', { required: true }) }, 'Category, as {uid}', {
            required: true,
            example: { uid: 'k3v9x2m7q1w8e5r4' },
          }),
          ...settings,
          staff_data: list(
            object(
              {
                uid: ref('staff', 'Staff member', { required: true }),
                enabled: flag('Gives the service', { required: true }),
              },
              'A staff member',
            ),
            'Who gives it, as {uid, enabled}',
            { example: [{ uid: 'k3v9x2m7q1w8e5r4', enabled: true }] },
          ),
        },
      },
      returns: 'one',
      itemPath: '',
      row: settingsRow,
      evidence: 'documented',
      source: 'vcita/developers-hub:swagger/sales/legacy/legacy_v2_settings_services.json',
    },
    update: {
      route: 'PUT /v2/settings/services/{service_uid}',
      summary: 'Change the price of a service',
      description: 'Seen in vendor tests only; the service is read back',
      path: { service_uid: which },
      body: { fields: { price, charge_type: charging } },
      returns: 'one',
      itemPath: ['data.service', 'data', ''],
      readBack: 'always',
      evidence: 'partly',
      source:
        'vcita/developers-hub:api-validation/workflows/sales/post_platform_v1_payment_client_packages_update_usage.md',
    },
    listSettings: {
      route: 'GET /v2/settings/services',
      summary: 'Get many services (settings API)',
      description: 'Seen in vendor tests only',
      query: {
        business_id: ref('business', 'Business'),
        per_page: integer('How many at most', { example: 50 }),
      },
      returns: 'many',
      rowsPath: ['data', ''],
      pagination: false,
      row: settingsRow,
      otherWayOf: 'service.list',
      evidence: 'partly',
      source: 'vcita/developers-hub:api-validation/workflows/scheduling/post_platform_v1_scheduling_waitlist.md',
    },
  },
});
