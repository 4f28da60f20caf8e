/** Groups of services. */
export const categories = ['Physiotherapy', 'Massage', 'Classes'] as const;

/** What the clinic offers; prices in pounds. `who` counts the staff. */
export const services = [
  { name: 'First consultation', category: 0, duration: 60, price: 80, who: [0, 2], approval_mode: 'immediate' },
  { name: 'Physiotherapy, 45 min', category: 0, duration: 45, price: 60, who: [0, 2], approval_mode: 'immediate' },
  { name: 'Telephone advice', category: 0, duration: 15, price: 0, who: [0, 1, 2], approval_mode: 'immediate' },
  { name: 'Deep tissue massage', category: 1, duration: 60, price: 55, who: [1], approval_mode: 'immediate' },
  { name: 'Sports massage', category: 1, duration: 30, price: 35, who: [1, 2], approval_mode: 'manual' },
  { name: 'Pilates class', category: 2, duration: 60, price: 12, who: [2], approval_mode: 'immediate' },
] as const;

/** What stands on the shelf. */
export const products = [
  { name: 'Resistance band', sku: 'BAND-1', price: 9.5, cost: 3 },
  { name: 'Foam roller', sku: 'ROLL-1', price: 24, cost: 11 },
  { name: 'Massage oil, 250 ml', sku: 'OIL-250', price: 14, cost: 5.2 },
  { name: 'Lumbar cushion', sku: 'CUSH-2', price: 39, cost: 18 },
  { name: 'Kinesio tape', sku: 'TAPE-5', price: 8, cost: 2.4 },
] as const;

/** Taxes in percent. */
export const taxes = [
  { name: 'VAT', rate: 20, default_for_categories: ['products'] },
  { name: 'Reduced VAT', rate: 5, default_for_categories: [] },
] as const;

/** Several bookings at once. `service` counts the services. */
export const packages = [
  { name: 'Ten massages', service: 3, bookings: 10, price: 450 },
  { name: 'Five physiotherapy sessions', service: 1, bookings: 5, price: 270 },
] as const;

/** Coupons; days from now. */
export const coupons = [
  { name: 'Spring check-up', code: 'SPRING10', coupon_type: 'percent', amount: 10, from: -20, to: 40 },
  { name: 'New year', code: 'NEWYEAR', coupon_type: 'fixed', amount: 15, from: 30, to: 70 },
  { name: 'Summer', code: 'SUMMER', coupon_type: 'percent', amount: 5, from: -150, to: -60 },
] as const;

/** What people write. */
export const talks = [
  ['Can I come a little earlier on Thursday?', 'Of course, any time after nine.'],
  ['My back is much better, thank you.', 'Good to hear. Keep up the exercises.'],
  ['Do you have a free hour next week?', 'Tuesday at ten is free.'],
  ['I could not find the invoice.', 'We have sent it to you again.'],
  ['Which cushion do you recommend?', 'The lumbar one; you can try it here.'],
] as const;

/** Words on matters. */
export const tags = ['physio', 'massage', 'new', 'insurance', 'runner'] as const;

/** What stands in notes. */
export const notes = [
  'Referred by Dr Price. Lower back pain since March.',
  'Prefers appointments in the morning.',
  'Exercises twice a day, next check in three weeks.',
  'Knee after a skiing accident; go slowly.',
] as const;
