import { date, flag, json, list, longText, number, object, text } from '../../define/field.ts';
import { items, sections } from './line-items.ts';
import { currency } from './sales-fields.ts';

/** What an invoice or estimate must have when it is made, and may have when it is changed. */
export const documentHead = <const Needed extends { readonly required?: true }>(needed: Needed) =>
  ({
    items: items(needed),
    currency: text('Three-letter currency code', { example: 'EUR', ...needed }),
    issue_date: date('Date of the document', { example: '2026-12-01', ...needed }),
    due_date: date('Last day to pay or accept', { example: '2026-12-15', ...needed }),
    billing_address: text('Address of the business', { example: '12 Mill Lane, Leeds LS1 4AB', ...needed }),
  }) as const;

/** What an invoice or estimate may have. */
export const documentBody = {
  sections,
  status: text('State to put it in', { example: 'draft' }),
  note: longText('Note to the recipient', { example: 'Thank you for your visit' }),
  terms_and_conditions: longText('Terms', { example: 'Payable within 14 days' }),
  purchase_order: text('Purchase order', { example: 'PO-2041' }),
  business_name: text('Name of the business', { example: 'Mill Lane Clinic' }),
  notify_recipient: flag('Send it to the recipient; not as a draft'),
  display_items_total: flag('Show totals of lines'),
  display_sections_total: flag('Show totals of sections'),
} as const;

/** What both have in answers of `/business/payments/v1`: amounts are decimal text. */
export const documentAnswer = {
  matter_name: text('Name of the matter'),
  matter_term: text('What the business calls a matter'),
  client_name: text('Name of the client'),
  business_name: text('Name of the business'),
  billing_address: text('Address of the business'),
  currency,
  issue_date: date('Date of the document'),
  due_date: date('Last day to pay or accept'),
  subtotal: text('Total before taxes', { example: '80.0' }),
  taxes: list(json('A tax'), 'Taxes'),
  total_tax: number('Taxes in all'),
  note: text('Note to the recipient'),
  terms_and_conditions: text('Terms'),
  purchase_order: text('Purchase order', { nullable: true }),
  contact_details: json('Contact details', { nullable: true }),
  matter_details: json('Details of the matter', { nullable: true }),
  metadata: object(
    {
      display_items_total: flag('Totals of lines are shown'),
      display_sections_total: flag('Totals of sections are shown'),
      is_signature_required: flag('The client has to sign an estimate', { nullable: true }),
      tax_mode: text('Whether taxes are included'),
      pdf_customization: json('Look of the PDF'),
    },
    'How it is shown',
  ),
} as const;
