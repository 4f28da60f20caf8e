import type { Vendor } from '../define/vendor.ts';
import type { HttpResponse } from './transport.ts';

/**
 * Seconds that a refused caller has to wait: `Retry-After` as seconds or as a date (RFC 9110, 10.2.3), else the vendor's
 * own reset header, else `undefined`.
 */
export const retryAfterSecondsOf = (vendor: Vendor, response: HttpResponse, now: number): number | undefined => {
  const given = response.headers['retry-after'] ?? response.headers[vendor.quota.reset];
  if (given === undefined || given.trim() === '') return undefined;
  const seconds = Number(given);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const instant = Date.parse(given);
  return Number.isNaN(instant) ? undefined : Math.max(0, Math.ceil((instant - now) / 1000));
};
