import type { Vendor } from '@patchbay/core';

type Budget = Vendor['quota']['budgets'][number];

/** What a budget needs to know of a request. */
export interface Spending {
  readonly method: string;
  readonly operation: string | undefined;
  /** Identifier of the credential */
  readonly credential: string;
}

/** A budget that has nothing left for a request. */
export interface Exhausted {
  readonly budget: Budget;
  /** Milliseconds since 1970; when it has */
  readonly until: number;
}

/** The budgets of a vendor, counted for each credential. */
export interface Budgets {
  /** Spends one request of every budget that counts it; of none, when one of them is exhausted. */
  take(spending: Spending): Exhausted | undefined;
  refill(): void;
}

/** Whether a budget counts a request. */
export const counts = ({ methods, operations }: Budget, { method, operation }: Spending): boolean =>
  (methods === undefined || methods.includes(method)) &&
  (operations === undefined || (operation !== undefined && operations.includes(operation)));

/**
 * Budgets on the given clock. Their windows slide, which is the strictest reading: in no stretch of so many seconds are there
 * more requests.
 */
export const createBudgets = (budgets: readonly Budget[], now: () => number): Budgets => {
  const spent = new Map<string, number[]>();
  const instantsOf = (index: number, { credential }: Spending, budget: Budget): number[] => {
    const key = `${index} ${credential}`;
    const instants = (spent.get(key) ?? []).filter((instant) => instant > now() - budget.seconds * 1000);
    spent.set(key, instants);
    return instants;
  };
  return {
    take(spending) {
      const counting = budgets.flatMap((budget, index) =>
        counts(budget, spending) ? [{ budget, instants: instantsOf(index, spending, budget) }] : [],
      );
      const full = counting.find(({ budget, instants }) => instants.length >= budget.requests);
      if (full) return { budget: full.budget, until: (full.instants[0] ?? now()) + full.budget.seconds * 1000 };
      for (const { instants } of counting) instants.push(now());
      return undefined;
    },
    refill: () => spent.clear(),
  };
};
