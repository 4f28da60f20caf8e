import type { PersonName } from './workspace.ts';

/** Folders of projects, those above first. */
export const folders: readonly { readonly project: string; readonly name: string; readonly above?: string }[] = [
  { project: 'Lumen rebrand', name: 'Print files' },
  { project: 'Lumen rebrand', name: 'Bags', above: 'Print files' },
  { project: 'Lumen rebrand', name: 'Photos' },
  { project: 'Fjordline booking site', name: 'Handover' },
];

/** Documents; without a project they are personal ones of the tokens' owner. */
export const documents: readonly {
  readonly name: string;
  readonly project?: string;
  readonly folder?: string;
  readonly pageOf?: string;
  readonly task?: string;
  readonly who: PersonName;
  readonly text: string;
}[] = [
  {
    name: 'Brand guidelines',
    project: 'Lumen rebrand',
    folder: 'Print files',
    task: 'Draw the logo variants',
    who: 'Priya Raman',
    text: '# Lumen\n\nWarm, plain, generous.\n\n## Colours\n\n- Crust `#b45309`\n- Flour `#fefce8`\n',
  },
  {
    name: 'Typography',
    project: 'Lumen rebrand',
    pageOf: 'Brand guidelines',
    who: 'Priya Raman',
    text: '# Typography\n\nHeadlines in Recoleta, everything else in Inter.\n',
  },
  {
    name: 'Notes of the kick-off',
    project: 'Fjordline booking site',
    folder: 'Handover',
    who: 'Mikkel Halden',
    text: '# Kick-off\n\n1. Ferries first\n2. Cabins second\n',
  },
  { name: 'Ideas for the summer party', who: 'Ana Duarte', text: 'Boat, grill, *no* slides\n' },
];

/** Files that the sandbox serves itself. */
export const files: readonly {
  readonly name: string;
  readonly type: string;
  readonly project: string;
  readonly folder?: string;
  readonly task?: string;
  readonly who: PersonName;
  readonly content: string;
}[] = [
  {
    name: 'logo-variants.svg',
    type: 'image/svg+xml',
    project: 'Lumen rebrand',
    folder: 'Print files',
    task: 'Draw the logo variants',
    who: 'Priya Raman',
    content: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>\n',
  },
  {
    name: 'bag-sizes.csv',
    type: 'text/csv',
    project: 'Lumen rebrand',
    folder: 'Bags',
    who: 'Liv Sørensen',
    content: 'bag;width_mm;height_mm\nsmall;180;240\nlarge;260;340\n',
  },
  {
    name: 'access.txt',
    type: 'text/plain',
    project: 'Fjordline booking site',
    folder: 'Handover',
    who: 'Mikkel Halden',
    content: 'Ask Mikkel for the keys of the test server.\n',
  },
];

/** Custom fields of projects, with values on tasks by their name. */
export const fields: readonly {
  readonly project: string;
  readonly name: string;
  readonly type: string;
  readonly options: readonly { readonly value: string; readonly color: string }[];
  readonly values: Readonly<Record<string, unknown>>;
}[] = [
  {
    project: 'Lumen rebrand',
    name: 'Print run',
    type: 'number',
    options: [],
    values: { 'Business cards': 2500, 'Choose paper for the bags': 20000 },
  },
  {
    project: 'Lumen rebrand',
    name: 'Paper',
    type: 'dropdown',
    options: [
      { value: 'Matt', color: '#93c5fd' },
      { value: 'Kraft', color: '#b45309' },
    ],
    values: { 'Choose paper for the bags': 'Kraft' },
  },
  {
    project: 'Fjordline booking site',
    name: 'Browser',
    type: 'text',
    options: [],
    values: { 'Cabin photos load slowly': 'Safari on a phone' },
  },
];

/** Time that was tracked; the first is still running. */
export const times: readonly {
  readonly task: string;
  readonly who: PersonName;
  readonly daysAgo: number;
  readonly seconds: number;
  readonly active?: boolean;
  readonly manual?: boolean;
}[] = [
  { task: 'Cabin photos load slowly', who: 'Noor Haddad', daysAgo: 0, seconds: 1200, active: true },
  { task: 'Draw the logo variants', who: 'Priya Raman', daysAgo: 3, seconds: 14_400 },
  { task: 'Draw the logo variants', who: 'Ana Duarte', daysAgo: 2, seconds: 5400, manual: true },
  { task: 'Interview the bakers', who: 'Ana Duarte', daysAgo: 16, seconds: 9000 },
  { task: 'Calendar with prices', who: 'Tomás Ferrer', daysAgo: 1, seconds: 21_600 },
];
