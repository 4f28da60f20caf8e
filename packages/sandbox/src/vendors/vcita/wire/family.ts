import type { Operation } from '@patchbay/core';
import type { Call } from '../../../rules.ts';

/** The families of vcita's paths; each has an envelope and a shape of errors of its own. */
export type Family = 'platform' | 'business' | 'v3' | 'v2' | 'oauth';

const prefixes: readonly (readonly [prefix: string, family: Family])[] = [
  ['/platform/', 'platform'],
  ['/business/', 'business'],
  ['/v3/', 'v3'],
  ['/v2/', 'v2'],
  ['/oauth/', 'oauth'],
];

/** The family of a path. */
export const familyOf = (path: string): Family =>
  prefixes.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'platform';

type Mark = 'status' | 'success' | 'none';

const usual: Readonly<Record<Family, Mark>> = {
  platform: 'status',
  business: 'success',
  v3: 'success',
  v2: 'none',
  oauth: 'none',
};

const bookings = ['accept', 'cancel', 'create', 'setNoShow', 'update'].map((name) => `booking.${name}`);
const coupons = ['apply', 'create', 'disable', 'enable', 'expire', 'get', 'listV2', 'listValid', 'removeFromEntity'];

/** Operations whose envelope is not that of their family, as the vendor documents them. */
const others: Readonly<Record<Mark, ReadonlySet<string>>> = {
  status: new Set(bookings),
  success: new Set([
    ...coupons.map((name) => `coupon.${name}`),
    'coupon.update',
    'search.search',
    'app.assign',
    'app.unassign',
    'app.install',
    'app.uninstall',
    'app.update',
    'app.getPlatform',
  ]),
  none: new Set(['client.merge', 'lead.create', 'webhook.list', 'tag.bulkAdd', 'tag.bulkRemove', 'appointment.create']),
};

const markOf = ({ key, path }: Operation): Mark =>
  (['status', 'success', 'none'] as const).find((mark) => others[mark].has(key)) ?? usual[familyOf(path)];

/** What stands beside the content of an answer. */
export const markOfSuccess = ({ operation }: Call): Readonly<Record<string, unknown>> => {
  const mark = markOf(operation);
  if (mark === 'status') return { status: 'OK' };
  return mark === 'success' ? { success: true } : {};
};
