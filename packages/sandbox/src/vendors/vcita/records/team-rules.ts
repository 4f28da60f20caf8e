import type { ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { refused, wrongValue } from '../wire/refusals.ts';

type Values = Readonly<Record<string, unknown>>;

const emptyWeek = (open: readonly (readonly [start: string, end: string])[], twin: Twin) =>
  Array.from({ length: 7 }, (_, day) => {
    const works = day >= 1 && day <= 5;
    return {
      day,
      enabled: works,
      slots: works
        ? open.map(([start_time, end_time]) => ({
            id: twin.rules.newId?.('timeSlot', twin.random),
            start_time,
            end_time,
          }))
        : [],
    };
  });

/** Gives a staff member the working hours of most: Monday to Friday. */
export const giveHours = (
  staffId: string,
  open: readonly (readonly [start: string, end: string])[],
  twin: Twin,
): void => {
  twin.store.put('weeklyHours', {
    id: twin.rules.newId?.('weeklyHours', twin.random) ?? staffId,
    number: 100 + twin.store.rows('weeklyHours').length,
    staff_id: staffId,
    business_uid: twin.store.rows('business')[0]?.id,
    days: emptyWeek(open, twin),
  });
};

/** Somebody who works for the business; their email is known once on the whole platform. */
const staff: ResourceRules = {
  defaults: (_, twin) => ({
    role: 'user',
    active: true,
    deleted: false,
    owner: false,
    invite_sent: true,
    business_uid: twin.store.rows('business')[0]?.id,
  }),
  check({ email }, before, { store }) {
    if (!email || !store.rows('staff').some((row) => row.id !== before?.id && row.email === email)) return [];
    throw wrongValue('email', 'email has already been taken', 'already_exists');
  },
  prepare: ({ meta: _, ...values }) => values,
  storeNested(row, _, { twin }) {
    const known = twin.store.rows('weeklyHours').some(({ staff_id }) => staff_id === row.id);
    if (!known) giveHours(row.id, [['09:00', '17:00']], twin);
  },
  remove(row, twin, actor) {
    if (row.owner === true) throw refused(422, 'invalid', 'The owner cannot be deleted');
    twin.records.remove('staff', row.id, actor);
  },
};

/** A service as its settings are written: prices in the smallest unit, category and staff by their identifiers. */
const service: ResourceRules = {
  defaults: (_, twin) => ({
    service_type: 'appointment',
    charge_type: 'no_price',
    currency: twin.store.rows('business')[0]?.currency,
    approval_mode: 'immediate',
    display: true,
    description: '',
    meeting_interaction_details: '',
    image_path: `${twin.url}/favicon.ico`,
    staff_ids: twin.store.rows('staff').map(({ id }) => id),
  }),
  prepare: ({ category, price, staff_data, ...values }) => ({
    ...values,
    ...(price !== undefined && { price: Number(price) / 100 }),
    ...(category !== undefined && { category_id: (category as Values).uid }),
    ...(Array.isArray(staff_data) && {
      staff_ids: staff_data.filter(({ enabled }) => enabled).map(({ uid }) => uid),
    }),
  }),
};

const serviceCategory: ResourceRules = {
  defaults: (_, { store }) => ({ position: 1 + store.rows('serviceCategory').length }),
};

const ofType = (type: unknown, { store }: Twin): number =>
  store.rows('resource').filter((row) => row.resource_type_uid === type).length;

/** At most five types, ten resources of each. */
const resourceType: ResourceRules = {
  defaults: () => ({ services: [] }),
  check(_, before, { store }) {
    if (before || store.rows('resourceType').length < 5) return [];
    throw refused(422, 'limit_reached', 'There are 5 resource types already');
  },
};

const resource: ResourceRules = {
  check({ resource_type_uid }, before, twin) {
    if (before || ofType(resource_type_uid, twin) < 10) return [];
    throw refused(422, 'limit_reached', 'There are 10 resources of this type already');
  },
};

/** There is one set of these for a business. */
const reviewSettings: ResourceRules = {
  check({ business_uid }, before, { store }) {
    if (before || !store.find('reviewSettings', business_uid)) return [];
    throw refused(409, 'already_exists', 'Review settings already exist');
  },
};

const notificationTemplate: ResourceRules = {
  defaults: () => ({ delivery_channel: ['email'], trigger_type: 'system' }),
  check({ code_name }, before, { store }) {
    const taken = store
      .rows('notificationTemplate')
      .some((row) => row.id !== before?.id && row.code_name === code_name);
    if (!code_name || !taken) return [];
    throw wrongValue('code_name', 'code_name has already been taken', 'already_exists');
  },
};

const templateNamed = (name: unknown, { store }: Twin): Row | undefined =>
  store.rows('notificationTemplate').find(({ code_name }) => code_name === name);

/** A notification is written by a template that is there. */
const staffNotification: ResourceRules = {
  defaults: () => ({
    push_status: 'sent',
    pane_status: 'sent',
    email_status: ['in_process'],
    sms_status: ['in_progress'],
    locale: 'en',
  }),
  check({ notification_template_code_name: name }, _, twin) {
    if (templateNamed(name, twin)) return [];
    throw wrongValue('notification_template_code_name', 'There is no such notification template');
  },
};

/** Rules of staff, services, rooms and settings. */
export const teamRules: Readonly<Record<string, ResourceRules>> = {
  staff,
  service,
  serviceCategory,
  resourceType,
  resource,
  reviewSettings,
  notificationTemplate,
  staffNotification,
};
