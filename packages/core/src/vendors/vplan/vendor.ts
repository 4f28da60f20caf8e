import { defineVendor } from '../../define/vendor.ts';
import { apiKey } from './auth.ts';
import { errors } from './errors.ts';
import { vendorEvents, webhooks } from './events.ts';
import { pagination } from './pagination.ts';
import { board } from './resources/board.ts';
import { card } from './resources/card.ts';
import { collection } from './resources/collection.ts';
import { me } from './resources/me.ts';
import { stage } from './resources/stage.ts';
import { webhook } from './resources/webhook.ts';

/** vPlan: production planning on boards. Taken from its documentation of June 2026. */
export const vplan = defineVendor({
  name: 'vplan',
  label: 'vPlan',
  description: 'Production planning on boards: collections of work, planned as cards',
  website: 'https://www.vplan.com',
  documentation: 'https://docs.api.vplan.com',
  baseUrl: 'https://api.vplan.com/v1',
  auth: { apiKey },
  pagination,
  rowsPath: 'data',
  errors,
  quota: { limit: 'ratelimit-limit', remaining: 'ratelimit-remaining', reset: 'ratelimit-reset' },
  search: { query: 'filter', template: '{field}:contains:{value}', quote: "'" },
  events: vendorEvents,
  webhooks,
  resources: { board, card, collection, me, stage, webhook },
});
