import type { ApiError } from '../api-error.ts';
import { refusal } from '../api-error.ts';
import type { Twin } from '../twin.ts';
import type { Fault, FaultTarget } from './fault.ts';
import type { Hold, WaitForm } from './waiting.ts';

const names = { 429: 'Too Many Requests', 503: 'Service Unavailable' } as const;

/** A date as HTTP writes it has whole seconds: the instant is never before the one that was meant. */
const wholeSecond = (instant: number): number => Math.ceil(instant / 1000) * 1000;

const secondsLeft = (hold: Hold, now: number): number => Math.max(1, Math.ceil((hold.until - now) / 1000));

const headersOf = (twin: Twin, hold: Hold, now: number): Record<string, string> => {
  if (hold.form === 'date') return { 'retry-after': new Date(hold.until).toUTCString() };
  const left = String(secondsLeft(hold, now));
  if (hold.form === 'seconds') return { 'retry-after': left };
  const { headers } = twin.vendor.quota;
  return headers ? { [headers.remaining]: '0', [headers.reset]: left } : {};
};

/** The refusal of a request that a hold concerns, with what is left of the wait. */
export const refusalOf = (twin: Twin, hold: Hold): ApiError => {
  const now = twin.scheduler.now();
  const wait = `Wait until ${new Date(hold.until).toISOString()}`;
  return refusal(hold.status, names[hold.status], wait, headersOf(twin, hold, now));
};

/** The hold that a fault asks for; `undefined` when it names no instant. */
export const holdOf = (
  twin: Twin,
  { kind, seconds }: Fault,
  concerns: (target: FaultTarget) => boolean,
): Hold | undefined => {
  const forms: { readonly [Kind in Fault['kind']]?: WaitForm | undefined } = {
    tooManySeconds: 'seconds',
    tooManyDate: 'date',
    tooManyReset: twin.vendor.quota.headers ? 'reset' : undefined,
    unavailable: 'seconds',
  };
  const form = forms[kind];
  if (form === undefined || seconds === undefined) return undefined;
  const until = twin.scheduler.now() + seconds * 1000;
  return {
    status: kind === 'unavailable' ? 503 : 429,
    form,
    until: form === 'date' ? wholeSecond(until) : until,
    concerns,
  };
};

/** A refusal that says nothing about when to come back. */
export const bareRefusal = (status: 429 | 503): ApiError =>
  refusal(status, names[status], status === 429 ? 'Too many requests, try again later' : 'Down for maintenance');
