import { nameOfMatter } from '../records/matters.ts';
import { decimal, type Line, linesOf, subtotalOf, taxOf, totalsOf } from '../sales/amounts.ts';
import { requestOf } from '../sales/payment-requests.ts';
import { fullName, neighbour, sourceOf, type View } from './view.ts';

type Content = Readonly<Record<string, unknown>>;

const platformLine = ({ name, unit_amount, quantity, description, discount, taxes }: Line): Content => ({
  title: name,
  amount: unit_amount,
  quantity,
  description: description ?? '',
  discount: discount.amount ?? discount.percent ?? 0,
  taxes,
});

const businessLine = (line: Line, currency: unknown): Content => ({
  ...line,
  currency,
  unit_amount: decimal(line.unit_amount),
  discount: Object.fromEntries(Object.entries(line.discount).map(([kind, value]) => [kind, decimal(value)])),
  sub_total: decimal(subtotalOf(line)),
  grand_total: decimal(subtotalOf(line) + taxOf(line)),
  orig_taxes: line.taxes,
});

const v3Line = ({ uid, name, quantity, unit_amount, description, discount, tax_uids, ...line }: Line): Content => ({
  uid,
  name,
  quantity,
  unit_amount,
  description: description ?? '',
  discount: {
    discount_type: discount.percent === undefined ? 'amount' : 'percent',
    amount: discount.percent ?? discount.amount ?? 0,
  },
  tax_uids,
  ...(line.entity_type !== null && { entity_type: line.entity_type, entity_uid: line.entity_uid }),
  line_item_index: line.item_index,
});

const sectionsOf = ({ sections }: Content): readonly Content[] => (Array.isArray(sections) ? sections : []);

/** What invoices and estimates have in common, in the wording of each family. */
const documentView: View = (row, { twin, family }) => {
  const totals = totalsOf(row);
  const client = neighbour(twin, 'client', row.client_id);
  const matter = neighbour(twin, 'matter', row.matter_uid);
  const common = {
    client_name: fullName(client),
    client_address: client.address ?? null,
    amount: totals.total,
    address: row.billing_address,
    source_data: sourceOf(row),
  };
  if (family === 'platform') return { ...common, items: linesOf(row.items).map(platformLine) };
  if (family === 'v3')
    return {
      line_items: linesOf(row.items).map(v3Line),
      line_item_groups: sectionsOf(row).map(({ name, section_index, items }) => ({
        name,
        line_item_group_index: section_index,
        line_items: linesOf(items).map(v3Line),
      })),
      net_total: totals.subtotal,
      taxes: totals.tax,
      grand_total: totals.total,
    };
  const metadata = {
    display_items_total: row.display_items_total ?? false,
    display_sections_total: row.display_sections_total ?? false,
    is_signature_required: row.is_signature_required ?? null,
    tax_mode: 'exclude',
    pdf_customization: {},
  };
  const line = (one: Line): Content => businessLine(one, row.currency);
  return {
    ...common,
    matter_name: nameOfMatter(matter),
    matter_term: 'Case',
    business_name: row.business_name ?? twin.store.rows('business')[0]?.name,
    subtotal: decimal(totals.subtotal),
    total: totals.total,
    total_tax: totals.tax,
    taxes: totals.taxes,
    items: linesOf(row.items).map(line),
    sections: sectionsOf(row).map((section) => ({
      ...section,
      total_amount: decimal(totalsOf({ items: section.items }).total),
      items: linesOf(section.items).map(line),
    })),
    metadata,
  };
};

/** An invoice with how far it is paid. */
export const invoiceView: View = (row, around) => {
  const { twin, family } = around;
  const { total } = totalsOf(row);
  const request = requestOf('Invoice', row.id, twin);
  const paid = Number(request?.amount_paid ?? 0);
  const number = row.invoice_number === null ? null : String(row.invoice_number);
  const view = documentView(row, around);
  if (family === 'v3')
    return {
      ...view,
      status: String(row.status).toUpperCase(),
      unique_number: number,
      invoice_title: row.invoice_label,
      payment_request_uid: request?.id,
    };
  return {
    ...view,
    invoice_number: number,
    title: row.invoice_label,
    issued_at: row.issue_date,
    payment_state: paid >= total && total > 0 ? 'paid' : paid > 0 ? 'partially_paid' : 'pending',
    payment_balance: total - paid,
    payment_request_uid: request?.id,
    additional_recipients: row.additional_recipients ?? [],
  };
};

/** An estimate; its total is decimal text in business v1. */
export const estimateView: View = (row, around) => ({
  ...documentView(row, around),
  ...(around.family === 'business'
    ? { total: decimal(totalsOf(row).total), estimate_number: Number(row.estimate_number) }
    : { estimate_number: String(row.estimate_number) }),
  title: row.estimate_label,
  estimate_date: row.issue_date,
  last_action: row.updated_at,
});
