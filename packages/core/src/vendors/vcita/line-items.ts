import { choice, type Fields, id, integer, json, list, money, number, object, text } from '../../define/field.ts';
import { namedTaxes, taxUids } from './sales-fields.ts';

const required = { required: true } as const;

/** A line of an invoice or estimate as `/business/payments/v1` takes it. */
const item = {
  name: text('Name', required),
  quantity: number('Quantity, above 0', required),
  unit_amount: money('Price of one', required),
  description: text('Description'),
  discount: object({ percent: number('Percent'), amount: money('Amount') }, 'Discount, as {percent} or {amount}'),
  tax_uids: taxUids,
  entity_type: text('Kind, such as Service or Product; with entity_uid'),
  entity_uid: id('What is sold; with entity_type'),
  item_index: integer('Position'),
} as const;
const placed = { item_index: integer('Position', required) } as const;
const exampleItem = { name: 'First consultation', quantity: 1, unit_amount: 80, item_index: 0 };

/** Lines of a new invoice or estimate, or of a changed estimate. */
export const items = <const Needed extends { readonly required?: true }>(needed: Needed) =>
  list(object(item, 'A line'), 'Lines, as {name, quantity, unit_amount, …}', { example: [exampleItem], ...needed });

/** Lines of a changed invoice: known ones have a `uid`. */
export const changedItems = list(
  object({ ...item, ...placed, uid: id('The line to change') }, 'A line'),
  'Lines, as {uid, item_index, name, …}',
  { example: [exampleItem] },
);

/** Lines in groups with a name. */
export const sections = list(
  object(
    {
      name: text('Name', required),
      section_index: integer('Position, from 0', required),
      items: list(object({ ...item, ...placed }, 'A line'), 'Lines'),
    },
    'A section',
  ),
  'Lines in groups, as {name, section_index, items}',
  { example: [{ name: 'Treatment', section_index: 0, items: [exampleItem] }] },
);

/** A line as `/business/payments/v1` answers it: amounts are decimal text. */
const itemAnswer = {
  uid: id('Identifier of the line'),
  name: text('Name'),
  description: text('Description', { nullable: true }),
  quantity: integer('Quantity'),
  unit_amount: text('Price of one', { example: '80.0' }),
  currency: text('Currency'),
  discount: object({ percent: text('Percent'), amount: text('Amount') }, 'Discount'),
  taxes: list(json('A tax'), 'Taxes'),
  sub_total: text('Total before taxes', { example: '80.0' }),
  grand_total: text('Total', { example: '95.2' }),
  entity_type: text('Kind of what is sold', { nullable: true }),
  entity_uid: id('What is sold', { nullable: true }),
  item_index: integer('Position'),
} as const;

/** What lines of invoices and sales tell as well. */
export const soldAnswer = {
  entity_name: text('Name of what is sold', { nullable: true }),
  cost: text('What it costs the business', { nullable: true }),
  fee_type: text('Kind of fee', { nullable: true }),
  partial_payments_amount: text('Paid in parts so far'),
  orig_taxes: list(json('A tax'), 'Taxes at first'),
} as const;

const answered = <const Line extends Fields>(line: Line) =>
  ({
    items: list(object(line, 'A line'), 'Lines'),
    sections: list(
      object(
        {
          uid: id('Identifier of the section'),
          name: text('Name'),
          section_index: integer('Position'),
          total_amount: text('Total'),
          items: list(object(line, 'A line'), 'Lines'),
        },
        'A section',
      ),
      'Lines in groups',
    ),
  }) as const;

/** Lines and groups of lines in answers. */
export const estimateAnswer = answered(itemAnswer);
export const invoiceAnswer = answered({ ...itemAnswer, ...soldAnswer });

/** A line of an invoice as `/v3/payments` takes and answers it. */
const lineItem = object(
  {
    name: text('Name', required),
    quantity: number('Quantity', required),
    unit_amount: money('Price of one', required),
    description: text('Description'),
    discount: object(
      {
        discount_type: choice(['percent', 'amount'], 'Kind', required),
        amount: number('Percent or amount', required),
      },
      'Discount, as {discount_type, amount}',
    ),
    tax_uids: taxUids,
    entity_type: choice(
      ['Meeting', 'EventAttendance', 'ProductOrder', 'ClientBookingPackage', 'Service', 'Product', 'BookingPackage'],
      'Kind of what is sold',
    ),
    entity_uid: id('What is sold'),
    line_item_index: number('Position'),
    uid: id('The line to change, in an update'),
  },
  'A line',
);
const exampleLine = { name: 'First consultation', quantity: 1, unit_amount: 80 };

/** Lines and groups of lines of `/v3/payments`. */
export const lineItems = {
  line_items: list(lineItem, 'Lines, as {name, quantity, unit_amount, …}', { example: [exampleLine] }),
  line_item_groups: list(
    object(
      {
        name: text('Name', required),
        line_item_group_index: number('Position', required),
        line_items: list(lineItem, 'Lines', required),
      },
      'A group',
    ),
    'Lines in groups, each with name, index and lines',
    { example: [{ name: 'Treatment', line_item_group_index: 0, line_items: [exampleLine] }] },
  ),
} as const;

/** A line as `/platform/v1` takes and answers it. */
export const platformItem = object(
  {
    title: text('Name', required),
    amount: money('Price', required),
    quantity: number('Quantity', required),
    description: text('Description'),
    discount: number('Discount'),
    taxes: namedTaxes,
  },
  'A line',
);
