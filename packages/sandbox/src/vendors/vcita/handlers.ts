import type { Handler } from '../../rules.ts';
import { appHandlers } from './handlers/apps.ts';
import { assetHandlers } from './handlers/assets.ts';
import { availabilityHandlers } from './handlers/availability.ts';
import { bookingHandlers } from './handlers/bookings.ts';
import { businessHandlers } from './handlers/business.ts';
import { calendarHandlers } from './handlers/calendar.ts';
import { clientHandlers } from './handlers/clients.ts';
import { couponHandlers } from './handlers/coupons.ts';
import { documentHandlers } from './handlers/documents.ts';
import { leadHandlers } from './handlers/leads.ts';
import { matterHandlers } from './handlers/matters.ts';
import { messageHandlers } from './handlers/messages.ts';
import { paymentHandlers } from './handlers/payments.ts';
import { searchHandlers } from './handlers/search.ts';
import { sellingHandlers } from './handlers/selling.ts';
import { serviceHandlers } from './handlers/services.ts';
import { webhookHandlers } from './handlers/webhooks.ts';

/** What operations do that are no plain list, get, create, update or delete. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...appHandlers,
  ...assetHandlers,
  ...availabilityHandlers,
  ...bookingHandlers,
  ...businessHandlers,
  ...calendarHandlers,
  ...clientHandlers,
  ...couponHandlers,
  ...documentHandlers,
  ...leadHandlers,
  ...matterHandlers,
  ...messageHandlers,
  ...paymentHandlers,
  ...searchHandlers,
  ...sellingHandlers,
  ...serviceHandlers,
  ...webhookHandlers,
};
