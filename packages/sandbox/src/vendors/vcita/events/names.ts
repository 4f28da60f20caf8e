import type { Vendor } from '@patchbay/core';

/** Entities that vcita knows but does not take subscriptions for. */
const rejected: ReadonlySet<string> = new Set([
  'booking',
  'cancellation',
  'confirmation',
  'location',
  'notification',
  'reminder',
  'reschedule',
]);

/** Events for partners, by entity; the definition does not offer them. */
const partners: Readonly<Record<string, readonly string[]>> = {
  account: ['closed', 'created', 'promotional_blocked', 'updated'],
  app_subscription: ['installed', 'uninstalled'],
  application: ['installed', 'uninstalled'],
  business: ['closed', 'created', 'deleted', 'promotional_blocked', 'updated'],
  business_rules_bulk_import: ['completed'],
  channel: ['status'],
  customized_notification: ['update'],
  payment_gateways_settings: ['changed_primary_payment_gateway', 'connected', 'disconnected'],
  pivot: ['update'],
  purchasable_subscription: ['create', 'created', 'update', 'updated'],
  subscription: ['create', 'created', 'update', 'updated'],
  voice_calls_settings: ['update'],
};

/** The other name of an entity: a subscription to either of them gets the events. */
const aliases: Readonly<Record<string, string>> = { client: 'lead', appointment: 'meeting', matter: 'engagement' };
const originals = new Map(Object.entries(aliases).map(([entity, alias]) => [alias, entity]));

/** Whether a name can be subscribed to. */
export const isEvent = (event: string, { events }: Vendor): boolean => {
  const [entity = '', type = ''] = event.split('/');
  if (rejected.has(entity)) return false;
  const original = `${originals.get(entity) ?? entity}/${type}`;
  return events.some(({ name }) => name === event || name === original) || partners[entity]?.includes(type) === true;
};

/** All names under which an event can be subscribed to: its own, and that of the alias. */
export const namesOf = (event: string): readonly string[] => {
  const [entity = '', type = ''] = event.split('/');
  const alias = aliases[entity];
  return alias ? [event, `${alias}/${type}`] : [event];
};
