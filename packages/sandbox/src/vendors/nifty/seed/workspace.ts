/** People of the studio. The first is the owner of the tokens; one is invited only, one has left. */
export const people = [
  { name: 'Ana Duarte', email: 'ana@haldenstudio.example', role: 'owner' },
  { name: 'Mikkel Halden', email: 'mikkel@haldenstudio.example', role: { id: 2, name: 'manager' } },
  { name: 'Priya Raman', email: 'priya@haldenstudio.example', role: 'regular' },
  { name: 'Tomás Ferrer', email: 'tomas@haldenstudio.example', role: 'regular' },
  { name: 'Liv Sørensen', email: 'liv@haldenstudio.example', role: 'regular' },
  { name: 'Noor Haddad', email: 'noor@haldenstudio.example', role: { id: 3, name: 'regular' } },
  { name: 'Emil Bakke', email: 'emil@lumenbakery.example', role: 'client' },
  { name: 'Sofie Lind', email: 'sofie.lind@haldenstudio.example', role: 'regular', pending: true },
  { name: 'Jonas Vik', email: 'jonas@haldenstudio.example', role: 'regular', removed: true },
] as const;

/** Name of somebody in the studio. */
export type PersonName = (typeof people)[number]['name'];

/** Groups of projects. */
export const portfolios = [
  { name: 'Brand design', description: 'Identities and print', color: '#f472b6' },
  { name: 'Digital', description: 'Web sites and apps', color: '#60a5fa' },
  { name: 'Studio', description: 'What we do for ourselves', color: '#a3a3a3' },
] as const;

/** Labels; the last two are for members. */
export const labels = [
  { name: 'Print', color: '#ef4444', type: 'others' },
  { name: 'Web', color: '#3b82f6', type: 'others' },
  { name: 'Client waits', color: '#f59e0b', type: 'others' },
  { name: 'Photography', color: '#8b5cf6', type: 'others' },
  { name: 'Bug', color: '#dc2626', type: 'others', default: true },
  { name: 'Freelance', color: '#14b8a6', type: 'member' },
  { name: 'Speaks Norwegian', color: '#0ea5e9', type: 'member' },
] as const;

/** What projects can start from. */
export const templates = [
  {
    name: 'Brand project',
    type: 'project',
    columns: [
      { name: 'Brief', color: '#94a3b8' },
      { name: 'Sketch', color: '#f472b6' },
      { name: 'Client review', color: '#f59e0b' },
      { name: 'Final', color: '#22c55e', done: true },
    ],
  },
  {
    name: 'Web site',
    type: 'project',
    columns: [
      { name: 'Backlog', color: '#94a3b8' },
      { name: 'Build', color: '#3b82f6' },
      { name: 'Live', color: '#22c55e', done: true },
    ],
  },
] as const;

/** Apps registered for the API. */
export const apps = [{ name: 'Studio automation' }, { name: 'Old import script' }] as const;
