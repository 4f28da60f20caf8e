/** Customers and suppliers. */
export const relations = [
  {
    name: 'Bouwbedrijf Hendriks',
    type: 'customer',
    phone: '+31 33 461 20 20',
    email: 'planning@hendriks.example',
    reference: 'DEB-1042',
  },
  {
    name: 'Gemeente Soest',
    type: 'customer',
    phone: '+31 35 609 34 11',
    email: 'vastgoed@soest.example',
    reference: 'DEB-1017',
  },
  { name: 'Hof van Eemnes', type: 'customer', phone: null, email: 'info@hofvaneemnes.example', reference: 'DEB-1088' },
  {
    name: 'Zuidas Beheer',
    type: 'customer',
    phone: '+31 20 555 01 90',
    email: 'techniek@zuidas.example',
    reference: 'DEB-1061',
  },
  {
    name: 'Glashandel Noord',
    type: 'supplier',
    phone: '+31 50 313 70 00',
    email: 'orders@glasnoord.example',
    reference: 'CRE-2003',
  },
] as const;

/** Projects that orders belong to. */
export const projects = [
  { name: 'Vathorst, block C', code: 'P-26-014', description: 'Eight houses in two phases', reference: 'PRJ-14' },
  { name: 'Town hall Soest', code: 'P-26-009', description: 'Fire safety of the ground floor', reference: 'PRJ-9' },
] as const;

/** What the factory sells and buys. */
export const items = [
  {
    code: 'FRAME-68',
    description: 'Oak frame, 68 mm',
    type: 'product',
    unit: 'piece',
    stockmanagement: false,
    location: null,
  },
  {
    code: 'DOOR-FD60',
    description: 'Fire door, 60 minutes',
    type: 'product',
    unit: 'piece',
    stockmanagement: false,
    location: null,
  },
  {
    code: 'GLASS-T',
    description: 'Triple glass, 36 mm',
    type: 'material',
    unit: 'm2',
    stockmanagement: true,
    location: 'A-03',
  },
  {
    code: 'HINGE-80',
    description: 'Hinge, 80 kg',
    type: 'material',
    unit: 'piece',
    stockmanagement: true,
    location: 'B-11',
  },
] as const;

/** Where things are kept. */
export const warehouses = [
  { code: 'MAIN', name: 'Main hall', reference: 'WH-1' },
  { code: 'GLASS', name: 'Glass store', reference: 'WH-2' },
] as const;

/** A line of an order; with an activity (by code) and a time it becomes work. */
export interface SeedRow {
  readonly description: string;
  readonly activity?: string;
  readonly item?: string;
  readonly quantity: number;
  readonly unit: string;
}

/** An order that made a collection of the order book, which is found by its name. */
export interface SeedOrder {
  readonly code: string;
  readonly collection: string;
  readonly type: 'Production' | 'Project' | 'Sales';
  readonly sub_type: string;
  readonly description: string;
  readonly quantity: number;
  readonly relation: string;
  readonly project?: string;
  readonly item: string;
  readonly warehouse: string;
  readonly promisedInDays: number;
  readonly address: Readonly<Record<'street1' | 'postcode' | 'city', string>>;
  readonly rows: readonly SeedRow[];
}

const hours = 'hours';
const pieces = 'piece';
const soest = { street1: 'Raadhuisplein 1', postcode: '3762 AV', city: 'Soest' } as const;

/** Orders of the ERP. Two go to the same address. */
export const orders: readonly SeedOrder[] = [
  {
    code: '2026-131',
    collection: 'Nieuwbouw Vathorst, block C',
    type: 'Project',
    sub_type: 'none',
    description: 'Frames for eight houses',
    quantity: 48,
    relation: 'Bouwbedrijf Hendriks',
    project: 'Vathorst, block C',
    item: 'FRAME-68',
    warehouse: 'MAIN',
    promisedInDays: 60,
    address: { street1: 'Laan naar Emiclaer 80', postcode: '3823 EN', city: 'Amersfoort' },
    rows: [
      { description: 'Saw profiles', activity: 'SAW', quantity: 14, unit: hours },
      { description: 'Plane profiles', activity: 'PLA', quantity: 9, unit: hours },
      { description: 'Glue frames', activity: 'GLU', quantity: 16, unit: hours },
      { description: 'Triple glass', item: 'GLASS-T', quantity: 96, unit: 'm2' },
    ],
  },
  {
    code: '2026-127',
    collection: 'Fire doors town hall',
    type: 'Production',
    sub_type: 'none',
    description: 'Fire doors, 60 minutes',
    quantity: 4,
    relation: 'Gemeente Soest',
    project: 'Town hall Soest',
    item: 'DOOR-FD60',
    warehouse: 'MAIN',
    promisedInDays: 28,
    address: soest,
    rows: [
      { description: 'Saw profiles', activity: 'SAW', quantity: 150, unit: 'minutes' },
      { description: 'Assemble', activity: 'GLU', quantity: 5, unit: hours },
      { description: 'Fit hardware', activity: 'HWR', quantity: 3, unit: hours },
      { description: 'Hinges', item: 'HINGE-80', quantity: 12, unit: pieces },
    ],
  },
  {
    code: '2026-140',
    collection: 'Barn doors Hof van Eemnes',
    type: 'Sales',
    sub_type: 'none',
    description: 'Sliding doors, larch',
    quantity: 2,
    relation: 'Hof van Eemnes',
    item: 'DOOR-FD60',
    warehouse: 'MAIN',
    promisedInDays: 35,
    address: { street1: 'Meentweg 37', postcode: '3755 PB', city: 'Eemnes' },
    rows: [{ description: 'Saw profiles', activity: 'SAW', quantity: 2, unit: hours }],
  },
  {
    code: '2026-128',
    collection: 'Fitting Kantoor Zuidas, floor 9',
    type: 'Project',
    sub_type: 'fitting',
    description: 'Frames to fit, crane needed',
    quantity: 12,
    relation: 'Zuidas Beheer',
    item: 'FRAME-68',
    warehouse: 'GLASS',
    promisedInDays: 33,
    address: soest,
    rows: [
      { description: 'Measure on site', activity: 'MEA', quantity: 90, unit: 'minutes' },
      { description: 'Fit on site', activity: 'FIT', quantity: 0.4, unit: 'days' },
    ],
  },
];
