/** A collection of the seed; `days` counts working days from today to the first card, absent in the backlog. */
export interface SeedCollection {
  readonly name: string;
  readonly description: string;
  readonly board: number;
  readonly customer: string;
  readonly frames: number;
  readonly glass: string;
  readonly dueInDays: number;
  readonly status: 'planned' | 'not_planned' | 'ignored';
  readonly startsInDays?: number;
  /** Stages that are done already */
  readonly done?: number;
  readonly labels?: readonly string[];
  readonly reference?: string;
}

/** The boards of the factory: stages from left to right. */
export const boards = [
  {
    name: 'Window frames',
    color: 'skyblue',
    stages: ['Sawing', 'Planing', 'Gluing', 'Painting', 'Glazing'],
    labels: [
      { name: 'Spoed', color: 'red' },
      { name: 'Triple glass', color: 'teal' },
      { name: 'Monument', color: 'brown' },
    ],
  },
  {
    name: 'Doors',
    color: 'olive',
    stages: ['Sawing', 'Assembly', 'Painting', 'Hardware'],
    labels: [
      { name: 'Spoed', color: 'red' },
      { name: 'Fire door', color: 'orange' },
    ],
    cardFields: [{ name: 'Lock code', type: 'text', scope: 'card' }],
  },
  {
    name: 'Installation on site',
    color: 'indigo',
    stages: ['Measuring', 'Delivery', 'Fitting', 'Handover'],
    labels: [
      { name: 'Crane needed', color: 'purple' },
      { name: 'Parking permit', color: 'yellow' },
    ],
  },
] as const;

/** Statuses of each board; cards begin with the first. */
export const statuses = [
  { name: 'To do', color: 'grey', entry: true, exit: false },
  { name: 'Busy', color: 'blue', entry: false, exit: false },
  { name: 'Waiting', color: 'orange', entry: false, exit: false },
  { name: 'Done', color: 'green', entry: false, exit: true },
] as const;

/** Custom fields that each board defines for its collections. */
export const customFields = [
  { name: 'Customer', type: 'text' },
  { name: 'Frames', type: 'number', options: { format: 'integer' } },
  { name: 'Glass', type: 'select', options: { values: ['Double', 'Triple', 'None'], default: 'Double' } },
] as const;

/** The factory's order book. */
export const collections: readonly SeedCollection[] = [
  {
    name: 'Woonhuis De Boer, Utrecht',
    description: 'Six oak frames, 68 mm',
    board: 0,
    customer: 'Familie De Boer',
    frames: 6,
    glass: 'Triple',
    dueInDays: 12,
    status: 'planned',
    startsInDays: 0,
    done: 1,
    labels: ['Triple glass'],
    reference: 'LIN-2101',
  },
  {
    name: 'School De Regenboog, Amersfoort',
    description: 'Twenty-four accoya frames for the west side',
    board: 0,
    customer: 'Stichting Regenboog',
    frames: 24,
    glass: 'Double',
    dueInDays: 25,
    status: 'planned',
    startsInDays: 2,
    reference: 'LIN-2102',
  },
  {
    name: 'Grachtenpand Herengracht 112',
    description: 'Sash windows after the old drawings',
    board: 0,
    customer: 'Van Eeghen Vastgoed',
    frames: 9,
    glass: 'Double',
    dueInDays: 40,
    status: 'not_planned',
    labels: ['Monument'],
    reference: 'LIN-2103',
  },
  {
    name: 'Bakery Van Dijk, shop front',
    description: 'One front of four parts',
    board: 0,
    customer: 'Bakkerij Van Dijk',
    frames: 4,
    glass: 'Triple',
    dueInDays: 18,
    status: 'not_planned',
    labels: ['Spoed', 'Triple glass'],
  },
  {
    name: 'Nieuwbouw Vathorst, block C',
    description: 'Frames for eight houses',
    board: 0,
    customer: 'Bouwbedrijf Hendriks',
    frames: 48,
    glass: 'Triple',
    dueInDays: 60,
    status: 'not_planned',
    reference: 'LIN-2105',
  },
  {
    name: 'Boerderij Smit, Soest',
    description: 'Offer declined in October',
    board: 0,
    customer: 'Maatschap Smit',
    frames: 7,
    glass: 'Double',
    dueInDays: 30,
    status: 'ignored',
  },
  {
    name: 'Front doors Lindenlaan 2 to 16',
    description: 'Eight front doors, meranti',
    board: 1,
    customer: 'Woonstichting Eemland',
    frames: 8,
    glass: 'None',
    dueInDays: 15,
    status: 'planned',
    startsInDays: 1,
    done: 1,
    reference: 'LIN-2107',
  },
  {
    name: 'Fire doors town hall',
    description: 'Four doors, 60 minutes',
    board: 1,
    customer: 'Gemeente Soest',
    frames: 4,
    glass: 'None',
    dueInDays: 28,
    status: 'planned',
    startsInDays: 4,
    labels: ['Fire door'],
    reference: 'LIN-2108',
  },
  {
    name: 'Tuindeuren Jansen, Baarn',
    description: 'Double garden doors',
    board: 1,
    customer: 'Familie Jansen',
    frames: 2,
    glass: 'Double',
    dueInDays: 21,
    status: 'not_planned',
  },
  {
    name: 'Barn doors Hof van Eemnes',
    description: 'Two sliding doors, larch',
    board: 1,
    customer: 'Hof van Eemnes',
    frames: 2,
    glass: 'None',
    dueInDays: 35,
    status: 'not_planned',
    reference: 'LIN-2110',
  },
  {
    name: 'Fitting De Boer, Utrecht',
    description: 'Two fitters, one day',
    board: 2,
    customer: 'Familie De Boer',
    frames: 6,
    glass: 'Triple',
    dueInDays: 14,
    status: 'planned',
    startsInDays: 6,
    labels: ['Parking permit'],
  },
  {
    name: 'Fitting Kantoor Zuidas, floor 9',
    description: 'Crane from seven in the morning',
    board: 2,
    customer: 'Zuidas Beheer',
    frames: 12,
    glass: 'Triple',
    dueInDays: 33,
    status: 'not_planned',
    labels: ['Crane needed'],
    reference: 'LIN-2112',
  },
];
