import type { Vendor } from '../define/vendor.ts';
import type { HttpResponse } from './transport.ts';

/**
 * Seconds that a refused caller has to wait: `Retry-After` as seconds or as a date (RFC 9110, 10.2.3), else the vendor's
 * own reset header, else `undefined`.
 */
export const retryAfterSecondsOf = (vendor: Vendor, response: HttpResponse, now: number): number | undefined => {
  const reset = vendor.quota.headers?.reset;
  const given = response.headers['retry-after'] ?? (reset === undefined ? undefined : response.headers[reset]);
  if (given === undefined || given.trim() === '') return undefined;
  const seconds = Number(given);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const instant = Date.parse(given);
  // By the vendor's own clock where it tells: ours may differ by minutes.
  const date = Date.parse(response.headers.date ?? '');
  const sent = Number.isNaN(date) ? now : date;
  return Number.isNaN(instant) ? undefined : Math.max(0, Math.ceil((instant - sent) / 1000));
};
