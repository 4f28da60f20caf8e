import { choice, date, dateTime, flag, id, integer, json, list, money, object, ref, text } from '../../define/field.ts';
import { sourceData } from './sales-fields.ts';

const item = list(
  object(
    {
      title: text('Name'),
      description: text('Description'),
      quantity: integer('Quantity'),
      amount: money('Price'),
      discount: integer('Discount'),
      taxes: json('Taxes, as {name, rate}'),
    },
    'A line',
  ),
  'Lines',
);

const documentOfClient = {
  id: id('Identifier'),
  title: text('Title'),
  status: text('State'),
  amount: money('Total'),
  currency: text('Currency'),
  due_date: date('Due'),
  note: text('Note'),
  address: text('Address'),
  items: item,
  client_id: ref('client', 'Client'),
  conversation_id: ref('matter', 'Matter'),
  staff_id: ref('staff', 'Staff member'),
  source_data: sourceData,
  created_at: dateTime('When it was made'),
} as const;

/** An estimate as the list of a client's estimates tells it. */
export const estimateOfClient = {
  ...documentOfClient,
  estimate_number: text('Number'),
  estimate_date: date('Date'),
  client_name: text('Name of the client'),
  client_address: text('Address of the client'),
} as const;

/** An invoice as the list of a client's invoices tells it. */
export const invoiceOfClient = {
  ...documentOfClient,
  invoice_number: text('Number'),
  issued_at: date('Issued'),
  payment_state: text('How far it is paid'),
  payment_balance: money('What is left to pay'),
  allow_online_payment: flag('Can be paid online'),
} as const;

/** A payment as the list of a client's payments tells it. */
export const paymentOfClient = {
  id: id('Identifier'),
  title: text('Title'),
  state: text('State'),
  amount: money('Amount'),
  currency: text('Currency'),
  payment_method: text('How it was paid'),
  other_payment_method: text('How else it was paid'),
  reference: text('Reference'),
  note: text('Note'),
  offline: flag('Paid outside vcita'),
  paid_at: dateTime('Paid'),
  charged_at: text('Charged'),
  payment_requests: json('Payment requests, as {id}'),
  fees: json('Fees, as {name, amount}'),
  tips: json('Tips, as {amount}'),
  client_id: ref('client', 'Client'),
  conversation_id: ref('matter', 'Matter'),
  staff_id: ref('staff', 'Staff member'),
  source_data: sourceData,
  created_at: dateTime('When it was made'),
} as const;

/** A conversation as both lists of platform v1 tell it. */
export const conversationRow = {
  id: id('Identifier; that of the matter as well', { readOnly: true }),
  title: text('Title', { nullable: true, readOnly: true }),
  client_id: ref('client', 'Client', { readOnly: true }),
  staff_id: ref('staff', 'Staff member', { readOnly: true }),
  business_id: ref('business', 'Business', { readOnly: true }),
  business_unread: flag('Not read by the business'),
  client_unread: flag('Not read by the client', { readOnly: true }),
  last_business_action: text('Last action of the business', { readOnly: true }),
  last_client_action: text('Last action of the client', { nullable: true, readOnly: true }),
  deep_link: text('Link to it', { readOnly: true }),
  created_at: dateTime('When it was made', { readOnly: true }),
  updated_at: dateTime('When it was last changed', { readOnly: true }),
} as const;

const card = {
  default: flag('Used unless another one is chosen'),
  active: flag('Can be used'),
  card_brand: text('Brand'),
  exp_month: integer('Month of expiry'),
  exp_year: integer('Year of expiry'),
  cardholder_name: text('Name on the card'),
  payment_provider: text('Provider that holds it'),
  initiator: choice(['client', 'staff'], 'Who saved it'),
  staff_name: text('Staff member who saved it'),
  created_at: dateTime('When it was saved'),
} as const;

/** A saved payment card, platform v1. */
export const savedCard = {
  id: id('Identifier'),
  client_id: ref('client', 'Client'),
  business_id: ref('business', 'Business'),
  last_4: text('Last four digits'),
  usage_permission: text('Who may use it'),
  ...card,
  staff_id: ref('staff', 'Staff member who saved it'),
} as const;

/** A saved payment card, v3. */
export const savedCardV3 = {
  uid: id('Identifier'),
  client_uid: ref('client', 'Client'),
  business_uid: ref('business', 'Business'),
  last_four_digits: text('Last four digits'),
  funding_type: choice(['credit', 'debit', 'prepaid', 'unknown'], 'Kind of card'),
  can_be_used_by_staff: flag('Staff may charge it'),
  ...card,
  staff_uid: ref('staff', 'Staff member who saved it'),
  updated_at: dateTime('When it was last changed'),
} as const;
