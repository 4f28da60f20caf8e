/** Users of the factory; `works` names the resource that somebody is. */
export const users = [
  { username: 'hdelinden', fullname: 'Hanneke de Linden', role: 'admin', language: 'nl' },
  { username: 'mvermeer', fullname: 'Marco Vermeer', role: 'manager', language: 'nl', works: 'Marco Vermeer' },
  { username: 'syilmaz', fullname: 'Selin Yılmaz', role: 'organiser', language: 'nl' },
  { username: 'jkowalski', fullname: 'Jan Kowalski', role: 'member', language: 'pl', works: 'Jan Kowalski' },
  { username: 'rbakker', fullname: 'Roos Bakker', role: 'member', language: 'nl', works: 'Roos Bakker' },
  { username: 'koppeling', fullname: 'Koppeling ERP', role: 'admin', language: 'en' },
  { username: 'wsmit', fullname: 'Willem Smit', role: 'member', language: 'nl', archived: true },
] as const;

const week = { 1: 8, 2: 8, 3: 8, 4: 8, 5: 8, 6: null, 7: null } as const;

/** Whoever does the work, with the boards (by place in the factory) and the stages that they work on. */
export const resources = [
  {
    name: 'Saw 1',
    type: 'machine',
    description: 'Double mitre saw',
    color_hex: '#3b82f6',
    boards: [0, 1],
    stages: ['Sawing'],
    week,
    reference: 'M-01',
  },
  {
    name: 'Saw 2',
    type: 'machine',
    description: 'Mitre saw for oak',
    color_hex: '#60a5fa',
    boards: [0],
    stages: ['Sawing'],
    week,
    reference: 'M-02',
  },
  {
    name: 'Planer',
    type: 'machine',
    description: 'Four-sided planer',
    color_hex: '#0ea5e9',
    boards: [0],
    stages: ['Planing'],
    week,
    reference: 'M-03',
  },
  {
    name: 'Glue press',
    type: 'cell',
    description: 'Press with two people',
    color_hex: '#f59e0b',
    boards: [0, 1],
    stages: ['Gluing', 'Assembly'],
    week: { ...week, 5: 6 },
    reference: 'C-01',
  },
  {
    name: 'Paint shop',
    type: 'cell',
    description: 'Spray booth and drying room',
    color_hex: '#f97316',
    boards: [0, 1],
    stages: ['Painting'],
    week: { ...week, 6: 4 },
    reference: 'C-02',
  },
  {
    name: 'Marco Vermeer',
    type: 'employee',
    description: 'Foreman, glazing',
    color_hex: '#10b981',
    boards: [0, 2],
    stages: ['Glazing', 'Measuring', 'Handover'],
    week,
    reference: 'P-11',
  },
  {
    name: 'Jan Kowalski',
    type: 'employee',
    description: 'Fitter',
    color_hex: '#22c55e',
    boards: [1, 2],
    stages: ['Hardware', 'Fitting', 'Delivery'],
    week,
    reference: 'P-12',
  },
  {
    name: 'Roos Bakker',
    type: 'employee',
    description: 'Fitter, four days',
    color_hex: '#84cc16',
    boards: [2],
    stages: ['Fitting', 'Handover'],
    week: { ...week, 3: null },
    reference: 'P-13',
  },
  {
    name: 'Willem Smit',
    type: 'employee',
    description: 'Retired',
    color_hex: '#9ca3af',
    boards: [2],
    stages: ['Fitting'],
    week,
    reference: 'P-07',
    archived: true,
  },
] as const;

/** Resources under one name. */
export const groups = [
  { name: 'Saws', resources: ['Saw 1', 'Saw 2'] },
  { name: 'Workshop', resources: ['Planer', 'Glue press', 'Paint shop'] },
  { name: 'Fitters', resources: ['Jan Kowalski', 'Roos Bakker'] },
] as const;

/** Times off; days count from today. */
export const deviations = [
  { resource: 'Jan Kowalski', type: 'holiday', description: 'Family visit', from: 8, to: 12, reference: 'HR-881' },
  { resource: 'Saw 2', type: 'other', description: 'Blade change', from: 3, to: 3, minutes: 120, reference: null },
  { resource: 'Roos Bakker', type: 'holiday', description: 'Christmas', from: 31, to: 40, reference: 'HR-902' },
] as const;
