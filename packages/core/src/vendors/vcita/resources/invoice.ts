import {
  choice,
  date,
  dateTime,
  email,
  flag,
  list,
  longText,
  money,
  number,
  ref,
  text,
} from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { documentAnswer, documentBody, documentHead } from '../document-fields.ts';
import { changedItems, invoiceAnswer, lineItems, platformItem } from '../line-items.ts';
import { currency, sourceData, sourceFields } from '../sales-fields.ts';
import {
  createdFilter,
  identityId,
  identityUid,
  matterUid,
  sortBy,
  stamps,
  stateFilter,
  updatedFilter,
} from '../shared-fields.ts';

const business = 'vcita/developers-hub:swagger/sales/legacy/payments.json';
const platform = 'vcita/developers-hub:swagger/sales/legacy/legacy_v1_sales.json';
const v3 = 'vcita/developers-hub:swagger/sales/invoice.json';

const required = { required: true } as const;
const online = flag('Can be paid online');
const partial = flag('Can be paid in parts');
const recipients = list(email('A mail address'), 'More recipients', { example: ['accounts@clinic.example'] });
const issued = date('Day it was issued', { example: '2026-12-01' });
const due = date('Last day to pay', { example: '2026-12-15' });

/** What `/business/payments/v1` takes beside the head. */
const more = {
  ...documentBody,
  invoice_label: text('Title', { example: 'Treatment in December' }),
  invoice_number: number('Number; must be free', { example: 1042 }),
  allow_online_payment: online,
  allow_partial_payment: partial,
  additional_recipients: recipients,
} as const;

const businessRow = {
  ...identityUid,
  matter_uid: ref('matter', 'Matter'),
  invoice_number: text('Number'),
  invoice_label: text('Title'),
  status: text('State'),
  total: money('Total'),
  ...documentAnswer,
  payment_status_uid: ref('paymentRequest', 'Payment request of the invoice'),
  allow_online_payment: online,
  allow_partial_payment: partial,
  additional_recipients: recipients,
  ...invoiceAnswer,
} as const;

/** What `/v3/payments` takes and answers. */
const v3Fields = {
  ...lineItems,
  status: choice(['DRAFT', 'ISSUED', 'CANCELLED'], 'State'),
  unique_number: text('Number; must be free', { example: '1042' }),
  invoice_title: text('Title', { example: 'Treatment in December' }),
  estimate_uid: ref('estimate', 'Estimate it was made from'),
  purchase_order: text('Purchase order', { example: 'PO-2041' }),
  note: longText('Note to the recipient', { example: 'Thank you for your visit' }),
  terms_and_conditions: longText('Terms', { example: 'Payable within 14 days' }),
  issue_date: issued,
  due_date: due,
  currency,
  billing_address: text('Address of the business', { example: '12 Mill Lane, Leeds LS1 4AB' }),
  allow_online_payment: online,
  allow_partial_payment: partial,
  enable_late_fee: flag('Charge a late fee'),
  additional_recipients: recipients,
  display_line_item_total: flag('Show totals of lines'),
  display_line_item_groups_total: flag('Show totals of groups'),
} as const;

const v3Row = {
  ...identityUid,
  matter_uid: ref('matter', 'Matter'),
  ...v3Fields,
  net_total: money('Total before taxes'),
  taxes: money('Taxes in all'),
  grand_total: money('Total'),
  payment_status_uid: ref('paymentRequest', 'Payment request of the invoice'),
  ...stamps,
} as const;

const which = ref('invoice', 'Invoice', { label: 'Invoice' });

/** A bill to a client; it hangs on a matter. */
export const invoice = defineResource({
  name: 'invoice',
  label: 'Invoice',
  description: 'A bill to a client, on one of its matters',
  title: ['invoice_number', 'title'],
  fields: {
    ...identityId,
    invoice_number: text('Number'),
    title: text('Title'),
    status: text('State', { example: 'issued' }),
    payment_state: text('State of the payment'),
    client_id: ref('client', 'Client'),
    conversation_id: ref('matter', 'Matter'),
    staff_id: ref('staff', 'Who issued it'),
    amount: money('Total'),
    payment_balance: money('Still to pay'),
    currency,
    issued_at: issued,
    due_date: due,
    address: text('Address of the business'),
    note: text('Note to the recipient'),
    allow_online_payment: online,
    items: list(platformItem, 'Lines'),
    source_data: sourceData,
    created_at: dateTime('When it was made'),
  },
  operations: {
    list: {
      route: 'GET /platform/v1/invoices',
      summary: 'Get many invoices',
      description: 'Named for app tokens; a staff token worked in vendor tests',
      query: {
        ...stateFilter(['issued', 'draft', 'declined']),
        ...createdFilter,
        ...updatedFilter,
        ...sortBy('created_at', 'updated_at', 'state'),
      },
      returns: 'many',
      rowsPath: ['data.invoices', 'data'],
      evidence: 'documented',
      source: platform,
    },
    get: {
      route: 'GET /platform/v1/invoices/{invoice_id}',
      summary: 'Get an invoice',
      path: { invoice_id: which },
      returns: 'one',
      itemPath: 'data.invoice',
      evidence: 'documented',
      source: platform,
    },
    create: {
      route: 'POST /business/payments/v1/invoices',
      summary: 'Create an invoice',
      description: 'A line has entity_type and entity_uid, or neither',
      body: {
        wrap: 'invoice',
        fields: {
          ...matterUid,
          ...documentHead(required),
          ...more,
          from_estimate_uid: ref('estimate', 'Estimate that it is made from'),
          ...sourceFields,
        },
      },
      returns: 'one',
      itemPath: 'data.invoice',
      row: businessRow,
      evidence: 'documented',
      source: business,
    },
    update: {
      route: 'PUT /business/payments/v1/invoices/{invoice_uid}',
      summary: 'Update an invoice',
      path: { invoice_uid: which },
      body: { wrap: 'invoice', fields: { ...documentHead({}), ...more, items: changedItems } },
      returns: 'one',
      itemPath: 'data.invoice',
      row: businessRow,
      evidence: 'documented',
      source: business,
    },
    cancel: {
      route: 'PUT /business/payments/v1/invoices/{invoice_uid}/cancel',
      summary: 'Cancel an invoice',
      path: { invoice_uid: which },
      body: { fields: { unlink_activities: flag('Cancel what was invoiced as well') } },
      returns: 'one',
      itemPath: 'data.invoice',
      row: businessRow,
      evidence: 'documented',
      source: business,
    },
    getBusiness: {
      route: 'GET /business/payments/v1/invoices/{invoice_uid}',
      summary: 'Get an invoice (business API)',
      description: 'Tells sections and the payment request too',
      path: { invoice_uid: which },
      returns: 'one',
      itemPath: 'data.invoice',
      row: businessRow,
      otherWayOf: 'invoice.get',
      evidence: 'documented',
      source: business,
    },
    createPlatform: {
      route: 'POST /platform/v1/invoices',
      summary: 'Create an invoice (platform API)',
      description: 'Named for app tokens',
      body: {
        fields: {
          client_id: ref('client', 'Client', required),
          items: list(platformItem, 'Lines, as {title, amount, quantity, …}', {
            required: true,
            example: [{ title: 'First consultation', amount: 80, quantity: 1 }],
          }),
          currency: text('Three-letter currency code', { required: true, example: 'EUR' }),
          issued_at: date('Date of the invoice', { required: true, example: '2026-12-01' }),
          due_date: date('Last day to pay, after the date of issue', { required: true, example: '2026-12-15' }),
          address: text('Address of the business', { required: true, example: '12 Mill Lane, Leeds LS1 4AB' }),
          conversation_id: ref('matter', 'Matter'),
          staff_id: ref('staff', 'Who issues it; the owner when left out'),
          status: text('State, issued when left out', { suggestions: ['draft', 'issued'], example: 'draft' }),
          title: text('Title', { example: 'Treatment in December' }),
          invoice_number: number('Number; must be free', { example: 1042 }),
          note: longText('Note to the recipient', { example: 'Thank you for your visit' }),
          allow_online_payment: online,
          send_email: flag('Send it to the client'),
          ...sourceFields,
        },
      },
      returns: 'one',
      itemPath: 'data.invoice',
      otherWayOf: 'invoice.create',
      evidence: 'documented',
      source: platform,
    },
    createV3: {
      route: 'POST /v3/payments/invoices',
      summary: 'Create an invoice (v3)',
      description: 'Issued at once, whatever status says',
      body: {
        fields: {
          matter_uid: { ...matterUid.matter_uid, required: false },
          ...v3Fields,
          notify_recipient: flag('Send it to the client'),
          source_name: choice(
            [
              'client_portal',
              'automatic_messages',
              'campaign',
              'forward',
              'initiated_by_staff',
              'promotions_optin_by_keyword',
              'staff_initiated',
              'text_to_business_phone',
              'website',
              'unknown',
            ],
            'Name of the source',
          ),
        },
      },
      returns: 'one',
      itemPath: 'data',
      row: v3Row,
      otherWayOf: 'invoice.create',
      evidence: 'documented',
      source: v3,
    },
    updateV3: {
      route: 'PUT /v3/payments/invoices/{uid}',
      summary: 'Update an invoice (v3)',
      description: 'Some fields cannot change once it is issued',
      path: { uid: which },
      body: {
        fields: {
          matter_uid: ref('matter', 'Matter'),
          ...v3Fields,
          notify_recipient: flag('Send it to the client'),
        },
      },
      returns: 'one',
      itemPath: 'data',
      row: v3Row,
      otherWayOf: 'invoice.update',
      evidence: 'documented',
      source: v3,
    },
  },
});
