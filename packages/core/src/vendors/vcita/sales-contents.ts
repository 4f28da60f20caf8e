import { choice, dateTime, flag, integer, list, money, number, object, ref, text } from '../../define/field.ts';

// What a new record needs and a change only takes is described once: each set is asked for with what its fields need.

type Need = { readonly required?: true };

const required = { required: true } as const;

/** What `/v2/coupons` needs in a new coupon and takes in a change. */
export const couponHead = <const Needed extends Need>(needed: Needed) =>
  ({
    name: text('Name', { example: 'Spring check-up', ...needed }),
    coupon_type: choice(['fixed', 'percent'], 'Kind of discount', needed),
    amount: number('Percent or amount', { example: 10, ...needed }),
    starts_at: dateTime('From when it counts', { example: '2026-12-01T00:00:00Z', ...needed }),
    expires_at: dateTime('Until when it counts', { example: '2026-12-31T23:59:59Z', ...needed }),
  }) as const;

/** The amount of a deposit. */
export const depositAmount = <const Needed extends Need>(needed: Needed) =>
  object(
    {
      type: text('How it is reckoned', needed),
      value: number('Value of the type', needed),
      total: money('What is to be paid', needed),
      is_rounded: flag('Rounded to a whole amount'),
    },
    'Amount, as {type, value, total}',
    { example: { type: 'fixed', value: 50, total: 50 }, ...needed },
  );

/** What a body takes as a number and an answer gives as text. */
export const packageContents = <const Needed extends Need>(needed: Needed) =>
  ({
    price: money('Price', { example: 450, ...needed }),
    items: list(
      object(
        {
          services: list(object({ id: ref('service', 'Service', required) }, 'A service'), 'Services', required),
          total_bookings: number('Bookings in all', required),
        },
        'A group',
      ),
      'Bookings, as {services: [{id}], total_bookings}',
      { example: [{ services: [{ id: 'k3v9x2m7q1w8e5r4' }], total_bookings: 10 }], ...needed },
    ),
    products: list(
      object(
        {
          id: ref('product', 'Product', required),
          quantity: integer('Quantity', { required: true, minimum: 1, maximum: 5 }),
        },
        'A product',
      ),
      'Products, as {id, quantity}',
      { example: [{ id: 'k3v9x2m7q1w8e5r4', quantity: 1 }] },
    ),
    discount_amount: number('Discount, only shown', { example: 10 }),
    discount_unit: choice(['F', 'P'], 'Discount is fixed or in percent'),
  }) as const;
