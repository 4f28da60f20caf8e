import { jsonBlock, showDetail } from './detail.js';
import { byId, cell, fill, lineButton, make, table } from './dom.js';
import { read } from './remote.js';

let vendor = '';
let chosen = '';
let asked = 0;

const openRecord = async (id, title) => {
  const record = await read(`${vendor}/records/${chosen}/${encodeURIComponent(id)}`);
  showDetail(title || id, jsonBlock('Stored record', record));
};

const rowOf = ({ id, cells: [title, ...others] }) =>
  make(
    'tr',
    {},
    cell(lineButton(id, title || id, () => openRecord(id, title))),
    others.map((text) => cell(text)),
  );

const load = async () => {
  const turn = ++asked;
  const search = byId('search').value;
  const { columns, rows, count } = await read(`${vendor}/records/${chosen}?search=${encodeURIComponent(search)}`);
  if (turn !== asked) return;
  byId('records-note').textContent =
    rows.length < count ? `The first ${rows.length} of ${count}` : `${count} ${count === 1 ? 'record' : 'records'}`;
  fill(byId('records'), table(columns, rows.map(rowOf), 'No record fits.'));
};

const choose = (name, tables) => {
  chosen = name;
  showChips(tables);
  return load();
};

const showChips = (tables) => {
  const chips = tables.map(({ name, label, count }) =>
    make(
      'button',
      {
        type: 'button',
        'aria-pressed': String(name === chosen),
        'data-key': name,
        onclick: () => choose(name, tables),
      },
      `${label} `,
      make('span', { class: 'count' }, String(count)),
    ),
  );
  fill(byId('tables'), ...chips);
};

byId('search').addEventListener('input', load);

/** Shows the chosen kind of record as it is now. */
export const showRecords = ({ name, tables }) => {
  vendor = name;
  if (!tables.some((one) => one.name === chosen))
    chosen = (tables.find((one) => one.name === 'collection') ?? tables[0])?.name ?? '';
  showChips(tables);
  return load();
};
