import { choice, date, flag, list, longText, money, number, object, ref, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { currency, taxTotals } from '../sales-fields.ts';
import { identityUid, sortByStamps, stamps } from '../shared-fields.ts';

const source = 'vcita/developers-hub:swagger/sales/creditNote.json';
const required = { required: true } as const;

const which = ref('creditNote', 'Credit Note', { label: 'Credit Note' });

/** Takes back all or a part of an invoice. */
export const creditNote = defineResource({
  name: 'creditNote',
  label: 'Credit Note',
  description: 'Takes back all or a part of an invoice',
  key: 'uid',
  title: ['unique_number', 'total_amount', 'currency'],
  fields: {
    ...identityUid,
    invoice_uid: ref('invoice', 'Invoice it takes back'),
    unique_number: text('Number; must be free', { example: 'CN-17' }),
    status: choice(['ISSUED', 'SETTLED'], 'State', { readOnly: true }),
    line_items: list(
      object(
        {
          name: text('Name', required),
          quantity: number('Quantity', required),
          unit_amount: money('Price of one', required),
          total_amount: money('Total'),
          taxes: list(
            object(
              {
                name: text('Name', required),
                rate: number('Rate', { unit: '%', required: true }),
                tax_total: money('Amount', required),
              },
              'A tax',
            ),
            'Taxes, as {name, rate, tax_total}',
          ),
        },
        'A line',
      ),
      'Lines, as {name, quantity, unit_amount, taxes}',
      { example: [{ name: 'Missed treatment', quantity: 1, unit_amount: 50 }] },
    ),
    notes: longText('Reason', { example: 'Treatment was cancelled in time' }),
    currency: { ...currency, readOnly: true },
    issue_date: date('Day it was issued', { readOnly: true }),
    total_amount: money('Total with taxes', { readOnly: true }),
    net_total: money('Total before taxes', { readOnly: true }),
    grand_total: money('Total with taxes', { readOnly: true }),
    taxes: { ...taxTotals, readOnly: true },
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /v3/payments/credit_notes',
      summary: 'Get many credit notes',
      query: { invoice_uid: ref('invoice', 'Of this invoice'), ...sortByStamps },
      returns: 'many',
      rowsPath: ['data.credit_notes', 'data'],
      evidence: 'documented',
      source,
    },
    get: {
      route: 'GET /v3/payments/credit_notes/{uid}',
      summary: 'Get a credit note',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
    create: {
      route: 'POST /v3/payments/credit_notes',
      summary: 'Create a credit note',
      description: 'Issued at once; there are no drafts',
      body: {
        required: ['invoice_uid', 'line_items'],
        optional: ['notes', 'unique_number'],
        fields: {
          source_payment_uid: ref('payment', 'Payment that is paid back'),
          notify_recipient: flag('Send it to the client'),
        },
      },
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
  },
});
