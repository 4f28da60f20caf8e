/** What people wrote on collections, which are found by their place in the order book. */
export const comments = [
  { collection: 0, user: 'mvermeer', text: 'Glass arrives on Tuesday, keep the paint shop free on Wednesday' },
  { collection: 0, user: 'jkowalski', text: 'Two profiles were short, sawn again' },
  { collection: 3, user: 'syilmaz', text: 'Customer wants the front before the holidays' },
  { collection: 7, user: 'koppeling', text: 'Order 2026-127 was confirmed by the customer' },
  { collection: 10, user: 'rbakker', text: 'Parking permit is arranged' },
] as const;

/** Things to tick off on collections. */
export const collectionChecklists = [
  { collection: 0, name: 'Before glazing', items: ['Seals are dry', 'Sizes are checked', 'Paint is hard'], checked: 2 },
  { collection: 7, name: 'Fire safety', items: ['Certificate is printed', 'Intumescent strip is fitted'], checked: 0 },
] as const;

/** Things to tick off on the first card of a collection. */
export const cardChecklists = [
  { collection: 0, name: 'Saw', items: ['Blade is sharp', 'Length stop is set'], checked: 2 },
  { collection: 6, name: 'Wood', items: ['Moisture below 14 %', 'No knots at the lock'], checked: 1 },
] as const;

/** Links on collections. */
export const links = [
  {
    collection: 1,
    filename: 'regenboog-west.pdf',
    file: 'https://files.example.com/drawings/regenboog-west.pdf',
    bytes: 184_320,
  },
  {
    collection: 2,
    filename: 'herengracht-112.dwg',
    file: 'https://files.example.com/drawings/herengracht-112.dwg',
    bytes: 942_080,
  },
] as const;

/** Files that the sandbox serves itself. */
export const files = [
  {
    collection: 0,
    filename: 'cutting-list.csv',
    type: 'text/csv',
    content: 'part;length_mm;pieces\nstile;1480;12\nrail;890;12\nsill;940;6\n',
  },
  {
    collection: 7,
    filename: 'certificate.txt',
    type: 'text/plain',
    content: 'Fire door FD60, tested by the sandbox: not a real certificate.\n',
  },
] as const;
