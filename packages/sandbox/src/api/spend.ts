import { refusal } from '../api-error.ts';
import { counts } from '../budgets.ts';
import type { FaultTarget } from '../faults/fault.ts';
import { holdBack } from '../faults/hold-back.ts';
import { bareRefusal, refusalOf } from '../faults/refusals.ts';
import type { Twin } from '../twin.ts';
import type { Incoming } from './incoming.ts';

const takeQuota = async (twin: Twin, { connection }: Incoming): Promise<void> => {
  const { quota, vendor, scheduler } = twin;
  if (!vendor.quota.headers || quota.take()) return;
  const until = scheduler.now() + quota.resetSeconds() * 1000;
  await holdBack(connection, twin.holds.begin({ status: 429, form: 'reset', until, concerns: () => true }));
  throw refusal(429, 'Too Many Requests', `All ${quota.limit} requests of the window are used up`);
};

const takeBudgets = async (twin: Twin, target: FaultTarget, { connection }: Incoming): Promise<void> => {
  const exhausted = twin.settings.quota ? twin.budgets.take(target) : undefined;
  if (!exhausted) return;
  const { budget, until } = exhausted;
  const form = twin.rules.waitForm ?? (twin.vendor.quota.headers ? 'reset' : 'none');
  if (form === 'none') throw bareRefusal(429);
  const { credential } = target;
  const concerns = (other: FaultTarget): boolean => other.credential === credential && counts(budget, other);
  const hold = { status: 429, form, until, concerns } as const;
  await holdBack(connection, twin.holds.begin(hold));
  throw refusalOf(twin, hold);
};

/**
 * Spends one request of the quota, and of the budgets when they are switched on.
 * @throws ApiError 429; the instant that it names is then to be waited for
 */
export const spend = async (twin: Twin, target: FaultTarget, incoming: Incoming): Promise<void> => {
  await takeQuota(twin, incoming);
  await takeBudgets(twin, target, incoming);
};
