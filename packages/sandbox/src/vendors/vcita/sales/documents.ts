import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { mattersOf } from '../records/matters.ts';
import { refused, wrongValue } from '../wire/refusals.ts';
import { linesOf, totalsOf } from './amounts.ts';
import { readLines, readSections } from './lines.ts';
import { changeRequest, requestOf, requestPayment } from './payment-requests.ts';

type Values = Readonly<Record<string, unknown>>;

/** Invoices and estimates. */
export type DocumentKind = 'invoice' | 'estimate';

/** Names of values in older and newer families, by the name they are stored under. */
const renamed: Readonly<Record<string, readonly string[]>> = {
  issue_date: ['issued_at', 'estimate_date'],
  billing_address: ['address'],
  invoice_label: ['title', 'invoice_title'],
  invoice_number: ['unique_number'],
  from_estimate_uid: ['estimate_uid'],
  notify_recipient: ['send_email'],
  display_items_total: ['display_line_item_total'],
  display_sections_total: ['display_line_item_groups_total'],
};
const storedNames = new Map(
  Object.entries(renamed).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
);

/** A body of any family under the names that a document is stored with; lines and sections are read. */
const read = (body: Values, before: Row | undefined, twin: Twin): Values => {
  const { items, line_items, sections, line_item_groups, status, ...others } = body;
  const named = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [storedNames.get(name) ?? name, value]),
  );
  const lines = items ?? line_items;
  const groups = sections ?? line_item_groups;
  const label = named.invoice_label ?? named.estimate_label;
  return {
    ...named,
    // By it the page knows a document.
    ...(label !== undefined && { title: label }),
    ...(status !== undefined && { status: String(status).toLowerCase() }),
    ...(lines !== undefined && { items: readLines(lines, linesOf(before?.items), twin) }),
    ...(groups !== undefined && { sections: readSections(groups, twin) }),
  };
};

const highest = (rows: readonly Row[], field: string): number =>
  rows.reduce((most, row) => Math.max(most, Number(row[field]) || 0), 1000);

const checkNumber = (kind: DocumentKind, number: unknown, before: Row | undefined, { store }: Twin): void => {
  const field = `${kind}_number`;
  if (number === undefined || number === null) return;
  if (store.rows(kind).some((row) => row.id !== before?.id && String(row[field]) === String(number)))
    throw wrongValue(field, `${field} is already in use`, 'already_exists');
};

const states: Readonly<Record<DocumentKind, readonly string[]>> = {
  invoice: ['draft', 'issued', 'declined', 'cancelled'],
  estimate: ['draft', 'issued', 'approved', 'rejected', 'invoiced'],
};

const check = (kind: DocumentKind, values: Values, before: Row | undefined, twin: Twin): void => {
  const { issue_date, due_date, status } = { ...before, ...values };
  if (issue_date && due_date && String(due_date) < String(issue_date))
    throw wrongValue('due_date', 'due_date must not be before the date of issue');
  if (!states[kind].includes(String(status))) throw wrongValue('status', `status is invalid: ${String(status)}`);
  if (status === 'draft' && values.notify_recipient === true)
    throw wrongValue('notify_recipient', 'A draft cannot notify the recipient');
  checkNumber(kind, values[`${kind}_number`], before, twin);
};

const dueOf = ({ due_date }: Values, twin: Twin): string =>
  due_date ? `${String(due_date).slice(0, 10)}T00:00:00Z` : twin.scheduler.stamp();

/** Asks for the money of an invoice once it is issued, and for what it comes to after changes. */
const followInvoice = (invoice: Row, twin: Twin, actor: Actor): void => {
  const amount = totalsOf(invoice).total;
  const request = requestOf('Invoice', invoice.id, twin);
  if (request) {
    const cancelled = invoice.status === 'cancelled';
    changeRequest(request, { amount, net_amount: amount, due_date: dueOf(invoice, twin), cancelled }, twin, actor);
  } else if (invoice.status === 'issued') {
    const { currency, client_id, matter_uid, staff_id } = invoice;
    requestPayment(
      {
        payable_type: 'Invoice',
        payable_uid: invoice.id,
        sellable_name: String(invoice.invoice_label ?? `Invoice ${String(invoice.invoice_number)}`),
        amount,
        currency,
        due_date: dueOf(invoice, twin),
        client_id,
        matter_uid,
        staff_id,
      },
      twin,
      actor,
    );
  }
};

/** Makes an invoice or estimate on a matter; an estimate that it was made from is `invoiced`. */
export const createDocument = (kind: DocumentKind, body: Values, twin: Twin, actor: Actor): Row => {
  const matterId = body.matter_uid ?? body.conversation_id ?? mattersOf(body.client_id, twin)[0]?.id;
  const matter = twin.store.find('matter', matterId);
  if (!matter) throw wrongValue('matter_uid', 'matter_uid is invalid');
  const values = { status: 'issued', ...read(body, undefined, twin) };
  check(kind, values, undefined, twin);
  const number = `${kind}_number`;
  const [business] = twin.store.rows('business');
  const row = twin.records.create(
    kind,
    {
      currency: business?.currency,
      billing_address: business?.billing_address,
      issue_date: twin.scheduler.stamp().slice(0, 10),
      allow_online_payment: true,
      allow_partial_payment: false,
      sections: [],
      items: [],
      staff_id: matter.staff_id,
      ...values,
      [number]: (values as Values)[number] ?? highest(twin.store.rows(kind), number) + 1,
      matter_uid: matter.id,
      client_id: matter.client_id,
    },
    actor,
  );
  if (kind === 'invoice') followInvoice(row, twin, actor);
  const estimate = twin.store.find('estimate', (values as Values).from_estimate_uid);
  if (estimate) twin.records.update('estimate', estimate.id, { status: 'invoiced' }, actor);
  return row;
};

/** Changes an invoice or estimate; what is not sent stays. */
export const updateDocument = (kind: DocumentKind, before: Row, body: Values, twin: Twin, actor: Actor): Row => {
  if (before.status === 'cancelled') throw refused(422, 'invalid', 'A cancelled document cannot be changed');
  const values = read(body, before, twin);
  check(kind, values, before, twin);
  if (before.status !== 'draft' && values.status === 'draft')
    throw wrongValue('status', 'What is issued is no draft any more');
  const row = twin.records.update(kind, before.id, values, actor);
  if (kind === 'invoice') followInvoice(row, twin, actor);
  return row;
};
