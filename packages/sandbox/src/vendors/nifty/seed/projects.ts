import type { Column } from '../records/project-writer.ts';
import type { labels, PersonName, portfolios } from './workspace.ts';

/** A task of the seed; days count from today. */
export interface SeedTask {
  readonly name: string;
  readonly status: string;
  readonly description?: string;
  readonly milestone?: string;
  readonly who?: readonly PersonName[];
  readonly labels?: readonly (typeof labels)[number]['name'][];
  readonly points?: number;
  readonly dueIn?: number;
  readonly startIn?: number;
  readonly subtasks?: readonly string[];
  readonly archived?: boolean;
}

/** A milestone of the seed; without days it is a plain list. */
export interface SeedMilestone {
  readonly name: string;
  readonly description: string;
  readonly days?: readonly [start: number, end: number];
}

/** A project of the seed. */
export interface SeedProject {
  readonly name: string;
  readonly nice_id: string;
  readonly description: string;
  readonly color: string;
  readonly portfolio?: (typeof portfolios)[number]['name'];
  readonly access_type?: 'public' | 'limited' | 'workspace' | 'personal';
  readonly owner: PersonName;
  readonly members: readonly PersonName[];
  readonly archived?: boolean;
  readonly meetings?: boolean;
  readonly columns: readonly Column[];
  readonly milestones: readonly SeedMilestone[];
  readonly tasks: readonly SeedTask[];
}

const brandColumns: readonly Column[] = [
  { name: 'Brief', color: '#94a3b8' },
  { name: 'Sketch', color: '#f472b6' },
  { name: 'Client review', color: '#f59e0b' },
  { name: 'Final', color: '#22c55e', done: true },
];

const webColumns: readonly Column[] = [
  { name: 'Backlog', color: '#94a3b8' },
  { name: 'Build', color: '#3b82f6' },
  { name: 'Test', color: '#f59e0b' },
  { name: 'Live', color: '#22c55e', done: true },
  { name: 'Parked', color: '#d4d4d8' },
];

const motifs = ['arrow', 'oven', 'bread', 'cart', 'clock', 'wheat', 'star', 'map', 'phone', 'heart', 'lock', 'leaf'];
const variants = ['outline', 'filled', 'small', 'large', 'dark', 'light', 'round', 'square', 'thin', 'bold'];

/** One task for each icon and variant: enough for a second page of a hundred. */
const iconTasks: readonly SeedTask[] = motifs.flatMap((motif, row) =>
  variants.map((variant, column) => ({
    name: `Icon ${motif}, ${variant}`,
    status: column < 2 ? 'Build' : 'Backlog',
    labels: ['Web'] as const,
    points: 1,
    dueIn: 10 + row,
  })),
);

/** Projects of the studio. One is closed to the owner of the tokens, one is archived. */
export const projects: readonly SeedProject[] = [
  {
    name: 'Lumen rebrand',
    nice_id: 'LUM',
    description: 'New logo, stationery and shop signs for the Lumen bakeries',
    color: '#f97316',
    portfolio: 'Brand design',
    owner: 'Ana Duarte',
    members: ['Mikkel Halden', 'Priya Raman', 'Liv Sørensen', 'Emil Bakke', 'Jonas Vik'],
    meetings: true,
    columns: brandColumns,
    milestones: [
      { name: 'Concept', description: 'Three directions, one chosen', days: [-21, -2] },
      { name: 'Stationery', description: 'Everything that is printed', days: [-1, 20] },
      { name: 'Ideas for later', description: 'Not sold yet' },
    ],
    tasks: [
      {
        name: 'Interview the bakers',
        status: 'Final',
        milestone: 'Concept',
        who: ['Ana Duarte'],
        points: 2,
        dueIn: -15,
      },
      {
        name: 'Draw the logo variants',
        status: 'Client review',
        description: 'Three variants in black and white, one in colour',
        milestone: 'Concept',
        who: ['Priya Raman', 'Ana Duarte'],
        labels: ['Client waits'],
        points: 8,
        startIn: -9,
        dueIn: -2,
        subtasks: ['Variant with the wheat ear', 'Variant with the oven', 'Lettering only'],
      },
      {
        name: 'Choose paper for the bags',
        status: 'Sketch',
        milestone: 'Stationery',
        who: ['Liv Sørensen'],
        labels: ['Print'],
        points: 3,
        dueIn: 6,
      },
      {
        name: 'Business cards',
        status: 'Brief',
        milestone: 'Stationery',
        who: ['Priya Raman'],
        labels: ['Print'],
        points: 2,
        dueIn: 12,
      },
      {
        name: 'Signs for the shop in Tøyen',
        status: 'Brief',
        milestone: 'Stationery',
        labels: ['Print', 'Client waits'],
        points: 5,
        dueIn: 18,
      },
      { name: 'Menu boards', status: 'Brief', milestone: 'Ideas for later' },
      { name: 'Old logo as vectors', status: 'Final', who: ['Jonas Vik'], archived: true },
    ],
  },
  {
    name: 'Fjordline booking site',
    nice_id: 'FJO',
    description: 'Booking of cabins and ferries in one place',
    color: '#0ea5e9',
    portfolio: 'Digital',
    access_type: 'workspace',
    owner: 'Mikkel Halden',
    members: ['Ana Duarte', 'Tomás Ferrer', 'Noor Haddad'],
    columns: webColumns,
    milestones: [
      { name: 'First release', description: 'Search and booking', days: [-30, 14] },
      { name: 'Payment', description: 'Cards and invoices', days: [15, 45] },
    ],
    tasks: [
      {
        name: 'Calendar with prices',
        status: 'Test',
        milestone: 'First release',
        who: ['Tomás Ferrer'],
        labels: ['Web'],
        points: 5,
        dueIn: 2,
      },
      {
        name: 'Cabin photos load slowly',
        status: 'Build',
        milestone: 'First release',
        who: ['Noor Haddad'],
        labels: ['Web', 'Bug'],
        points: 3,
        dueIn: 1,
      },
      {
        name: 'Cancel a booking',
        status: 'Backlog',
        milestone: 'First release',
        points: 5,
        dueIn: 9,
        subtasks: ['Mail to the guest', 'Refund rules'],
      },
      {
        name: 'Domain and certificates',
        status: 'Live',
        milestone: 'First release',
        who: ['Mikkel Halden'],
        dueIn: -20,
      },
      {
        name: 'Card payment',
        status: 'Backlog',
        milestone: 'Payment',
        labels: ['Client waits'],
        points: 13,
        dueIn: 40,
      },
    ],
  },
  {
    name: 'Lumen icons',
    nice_id: 'ICO',
    description: 'Icons for the app of the bakeries, in ten variants each',
    color: '#a855f7',
    portfolio: 'Digital',
    owner: 'Ana Duarte',
    members: ['Liv Sørensen', 'Noor Haddad'],
    columns: webColumns,
    milestones: [],
    tasks: iconTasks,
  },
  {
    name: 'Studio web site',
    nice_id: 'WEB',
    description: 'Our own site, whenever there is time',
    color: '#64748b',
    portfolio: 'Studio',
    access_type: 'public',
    owner: 'Tomás Ferrer',
    members: ['Priya Raman'],
    columns: webColumns,
    milestones: [{ name: 'Wish list', description: '' }],
    tasks: [
      { name: 'Photos of the new rooms', status: 'Backlog', milestone: 'Wish list', labels: ['Photography'] },
      { name: 'Say who we are in two sentences', status: 'Build', who: ['Priya Raman'], dueIn: -4 },
    ],
  },
  {
    name: 'Salaries and hiring',
    nice_id: 'HR',
    description: 'For Mikkel only',
    color: '#111827',
    portfolio: 'Studio',
    access_type: 'limited',
    owner: 'Mikkel Halden',
    members: [],
    columns: webColumns,
    milestones: [],
    tasks: [{ name: 'Offer for Sofie', status: 'Build', who: ['Mikkel Halden'], dueIn: 5 }],
  },
  {
    name: 'Christmas cards 2025',
    nice_id: 'XMS',
    description: 'Printed and sent',
    color: '#16a34a',
    portfolio: 'Brand design',
    owner: 'Ana Duarte',
    members: ['Liv Sørensen'],
    archived: true,
    columns: brandColumns,
    milestones: [],
    tasks: [
      { name: 'Print 400 cards', status: 'Final', who: ['Liv Sørensen'], labels: ['Print'], points: 2, dueIn: -330 },
    ],
  },
];
