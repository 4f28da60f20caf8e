/** Kinds of work with the stages, by name on any board, that they are done on. Times in minutes. */
export const activities = [
  {
    description: 'Saw profiles',
    code: 'SAW',
    resource_type: 'machine',
    default_duration: 120,
    hourly_rate: 55,
    stages: ['Sawing'],
  },
  {
    description: 'Plane profiles',
    code: 'PLA',
    resource_type: 'machine',
    default_duration: 90,
    hourly_rate: 55,
    stages: ['Planing'],
  },
  {
    description: 'Glue frames',
    code: 'GLU',
    resource_type: 'cell',
    default_duration: 180,
    hourly_rate: 62,
    stages: ['Gluing', 'Assembly'],
  },
  {
    description: 'Paint',
    code: 'PNT',
    resource_type: 'cell',
    default_duration: 240,
    hourly_rate: 60,
    stages: ['Painting'],
  },
  {
    description: 'Set the glass',
    code: 'GLS',
    resource_type: 'employee',
    default_duration: 150,
    hourly_rate: 58,
    stages: ['Glazing'],
  },
  {
    description: 'Fit hardware',
    code: 'HWR',
    resource_type: 'employee',
    default_duration: 75,
    hourly_rate: 58,
    stages: ['Hardware'],
  },
  {
    description: 'Measure on site',
    code: 'MEA',
    resource_type: 'employee',
    default_duration: 60,
    hourly_rate: 65,
    stages: ['Measuring'],
  },
  {
    description: 'Fit on site',
    code: 'FIT',
    resource_type: 'employee',
    default_duration: 480,
    hourly_rate: 65,
    stages: ['Fitting'],
  },
] as const;

/** Boards under one roof, by their places in the factory. */
export const spaces = [
  { name: 'Workshop', boards: [0, 1] },
  { name: 'On site', boards: [2] },
] as const;

/** Saved ways to look at a board. */
export const views = [
  { board: 0, user: 'mvermeer', type: 'list', name: 'Frames due this week' },
  { board: 2, user: 'syilmaz', type: 'agenda', name: 'Crews' },
] as const;
