import { date, dateTime, id, integer, list, money, number, object, ref, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { currency, sourceData, taxUids } from '../sales-fields.ts';
import { identityId } from '../shared-fields.ts';

const platform = 'vcita/developers-hub:swagger/sales/legacy/legacy_v1_sales.json';
const business = 'vcita/developers-hub:swagger/sales/legacy/payments.json';
const readOnly = { readOnly: true } as const;
const required = { required: true } as const;

const booking = ref('paymentRequest', 'Payment request of the booking', {
  label: 'Payment Request',
  required: true,
});

const bookingCredits = list(
  object(
    {
      id: id('Identifier of the credit'),
      total_bookings: text('Bookings in all'),
      bookings_usage: text('Bookings used'),
      credit_items: list(
        object(
          { item_id: id('Service'), item_type: text('Kind'), bookings_usage: integer('Bookings used') },
          'An item',
        ),
        'What it is for',
      ),
    },
    'A credit',
  ),
  'Credits for bookings',
  readOnly,
);

const which = ref('clientPackage', 'Client Package', { label: 'Client Package' });

/** A package that a client bought, with the credits that are left. */
export const clientPackage = defineResource({
  name: 'clientPackage',
  label: 'Client Package',
  description: 'A package that a client bought, with its credits',
  fields: {
    ...identityId,
    name: text('Name', readOnly),
    active: text('Whether it can be used', readOnly),
    client_id: ref('client', 'Client'),
    package_id: ref('package', 'Package'),
    conversation_id: ref('matter', 'Matter of the client'),
    amount: money('Price', readOnly),
    currency: { ...currency, readOnly: true },
    valid_from: date('First day', { example: '2026-12-01' }),
    valid_until: date('Last day', { example: '2027-05-31' }),
    total_bookings: text('Bookings in all', readOnly),
    bookings_usage: text('Bookings used', readOnly),
    booking_credits: bookingCredits,
    products: list(
      object({ id: ref('product', 'Product'), name: text('Name'), quantity: integer('Quantity') }, 'A product'),
      'Products',
      readOnly,
    ),
    payment_request_id: ref('paymentRequest', 'Payment request', readOnly),
    payment_request_state: text('State of the payment request', readOnly),
    image_path: url('Picture', readOnly),
    source: { ...sourceData, readOnly: true },
    business_id: ref('business', 'Business', readOnly),
    staff_id: ref('staff', 'Who assigned it', readOnly),
    created_at: dateTime('When it was made', readOnly),
  },
  operations: {
    get: {
      route: 'GET /business/payments/v1/client_packages/{uid}',
      summary: "Get a client's package",
      description: 'Alpha: vcita may change it',
      path: { uid: which },
      returns: 'one',
      itemPath: 'data.client_package',
      evidence: 'documented',
      source: business,
    },
    create: {
      route: 'POST /platform/v1/payment/client_packages',
      summary: 'Assign a package to a client',
      description: 'Makes a payment request',
      body: {
        required: ['client_id', 'package_id'],
        optional: ['conversation_id', 'valid_from', 'valid_until'],
        fields: { price: money('Price, if not that of the package', { example: 400 }), tax_uids: taxUids },
      },
      returns: 'one',
      itemPath: 'data.client_package',
      evidence: 'documented',
      source: platform,
    },
    update: {
      route: 'PUT /business/payments/v1/client_packages/{uid}',
      summary: "Update a client's package",
      description: 'Alpha: vcita may change it',
      path: { uid: which },
      body: {
        wrap: 'client_package',
        optional: ['valid_until'],
        fields: {
          booking_credits: list(
            object(
              { id: id('Identifier of the credit', required), total_bookings: number('Bookings in all', required) },
              'A credit',
            ),
            'Credits, as {id, total_bookings}',
            { example: [{ id: 'k3v9x2m7q1w8e5r4', total_bookings: 12 }] },
          ),
        },
      },
      returns: 'one',
      itemPath: 'data.client_package',
      evidence: 'documented',
      source: business,
    },
    redeemCredit: {
      route: 'POST /platform/v1/payment/client_packages/update_usage',
      summary: "Use a credit of a client's package",
      description: 'Alpha; booking and package are of the same matter',
      body: {
        fields: {
          payment_status_uid: booking,
          matter_uid: ref('matter', 'Matter; found when left out'),
        },
      },
      returns: 'one',
      itemPath: 'data',
      row: { package_name: text('Name of the package') },
      evidence: 'documented',
      source: platform,
    },
    cancelRedemption: {
      route: 'PUT /platform/v1/payment/client_packages/cancel_redemption',
      summary: 'Take back a used package credit',
      description: 'Alpha: vcita may change it',
      body: { fields: { payment_status_id: booking } },
      returns: 'one',
      itemPath: 'data',
      row: {
        payment_status_uid: ref('paymentRequest', 'Payment request'),
        booking_credit_redemption_uid: id('Use that was taken back'),
        client_uid: ref('client', 'Client'),
      },
      evidence: 'documented',
      source: platform,
    },
  },
});
