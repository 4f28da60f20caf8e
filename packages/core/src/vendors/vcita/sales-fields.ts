import { date, flag, list, money, number, object, ref, text, url } from '../../define/field.ts';

/** Currency of an amount. */
export const currency = text('Three-letter currency code', { example: 'EUR' });

/** Taxes by identifier, as bodies take them. */
export const taxUids = list(ref('tax', 'A tax'), 'Taxes that apply');

/** Taxes as older answers and bodies spell them out. */
export const namedTaxes = list(
  object({ name: text('Name', { required: true }), rate: number('Rate', { unit: '%', required: true }) }, 'A tax'),
  'Taxes, as {name, rate}',
  { example: [{ name: 'VAT', rate: 19 }] },
);

/** Taxes of a total, with what they come to. */
export const taxTotals = list(
  object({ name: text('Name'), rate: number('Rate', { unit: '%' }), tax_total: money('Amount') }, 'A tax'),
  'Taxes, as {name, rate, tax_total}',
);

/** Where a document came from; for reports of the business. */
export const sourceFields = {
  source_name: text('Name of the source', { example: 'website' }),
  source_channel: text('Channel of the source', { example: 'newsletter' }),
  source_campaign: text('Campaign of the source', { example: 'Spring check-up' }),
  source_url: url('Page of the source', { example: 'https://clinic.example/check-up' }),
} as const;

/** The same in answers. */
export const sourceData = object(
  {
    name: text('Name', { nullable: true }),
    channel: text('Channel', { nullable: true }),
    campaign: text('Campaign', { nullable: true }),
    website_url: text('Page', { nullable: true }),
  },
  'Where it came from',
);

/** How often a saved card is charged. */
export const frequencies = ['one_time', 'weekly', 'bi_weekly', 'monthly'] as const;

/** Days within which a list's records are due. */
export const dueBetween = {
  due_from: date('Due on or after', { wire: 'filter[due_date][gte]' }),
  due_to: date('Due on or before', { wire: 'filter[due_date][lte]' }),
} as const;

/** Narrows lists of services; known from the vendor's older description. */
export const serviceQuery = {
  name: text('Only with this in the name', { example: 'consultation' }),
  charge_type: text('Only charged like this', { example: 'paid' }),
  staff_array: list(ref('staff', 'A staff member'), 'Only of these staff members'),
  has_future_instance: flag('Only with events to come'),
  extra_decorator_fields: flag('Booking limits and reminders too'),
  order_by: text('Order by name'),
} as const;
