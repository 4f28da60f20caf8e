import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { cents } from './amounts.ts';

type Values = Readonly<Record<string, unknown>>;

/** What can be owed for, in the vendor's words. */
export type PayableType =
  | 'Invoice'
  | 'Meeting'
  | 'EventAttendance'
  | 'ProductOrder'
  | 'ClientBookingPackage'
  | 'Deposit'
  | 'Cart';

/** What somebody owes, before it is a record. */
export interface Debt {
  readonly payable_type: PayableType;
  readonly payable_uid: string;
  readonly sellable_name: string;
  readonly amount: number;
  readonly currency: unknown;
  readonly due_date: string;
  readonly matter_uid: unknown;
  readonly client_id: unknown;
  readonly staff_id: unknown;
}

/** The payment request of an invoice, booking or order. */
export const requestOf = (type: PayableType, id: unknown, { store }: Twin): Row | undefined =>
  store.rows('paymentRequest').find(({ payable_type, payable_uid }) => payable_type === type && payable_uid === id);

/** Asks for money. */
export const requestPayment = (debt: Debt, twin: Twin, actor: Actor): Row =>
  twin.records.create(
    'paymentRequest',
    {
      ...debt,
      net_amount: debt.amount,
      amount_paid: 0,
      fees_amount: 0,
      tips_amount: 0,
      cancelled: false,
      display: true,
    },
    actor,
  );

/** Changes what is asked for. */
export const changeRequest = (row: Row | undefined, values: Values, twin: Twin, actor: Actor): void => {
  if (row) twin.records.update('paymentRequest', row.id, values, actor);
};

/** The state of a request on a day, as its filter names it. */
export const stateOf = ({ cancelled, amount, amount_paid, due_date }: Values, now: number): string => {
  if (cancelled === true) return 'CANCELLED';
  if (Number(amount_paid) >= Number(amount)) return 'PAID';
  const due = Date.parse(String(due_date));
  const today = Date.parse(new Date(now).toISOString().slice(0, 10));
  if (due < today) return 'OVERDUE';
  return due < today + 86_400_000 ? 'DUE' : 'NOT_YET_DUE';
};

/** Adds money to a request, or takes it away; it is paid when all is there. */
export const addMoney = (request: Row, amount: number, twin: Twin, actor: Actor): Row => {
  const paid = cents(Number(request.amount_paid ?? 0) + amount);
  const full = paid >= Number(request.amount);
  return twin.records.update(
    'paymentRequest',
    request.id,
    { amount_paid: paid, paid_at: full ? twin.scheduler.stamp() : null },
    actor,
  );
};
