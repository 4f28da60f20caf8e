import { badge, byId, cell, fill, lineButton, make, table } from './dom.js';
import { send } from './remote.js';

const faultForm = byId('fault-form');
const chanceForm = byId('chance-form');
const select = byId('fault-kind');

let vendor = '';
let kinds = [];

const labelOf = (kind) => kinds.find((one) => one.kind === kind)?.label ?? kind;

const numberIn = (text) => (text === '' ? undefined : Number(text));

/** Sends what a form says and tells beside its button how that went. */
const onSubmit = (form, submit) =>
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const output = form.querySelector('output');
    try {
      await submit(new FormData(form));
      output.className = '';
      output.textContent = 'Done';
    } catch (error) {
      output.className = 'bad';
      output.textContent = error.message;
    }
  });

onSubmit(faultForm, (form) =>
  send(`${vendor}/faults`, {
    kind: form.get('kind'),
    times: form.has('always') ? 'always' : numberIn(form.get('times')),
    seconds: byId('fault-seconds').hidden ? undefined : numberIn(form.get('seconds')),
    method: form.get('method'),
    path: form.get('path'),
  }),
);

onSubmit(chanceForm, (form) =>
  send(`${vendor}/faults/repeat`, {
    seed: Number(form.get('seed')),
    rate: Number(form.get('percent')) / 100,
    kinds: form.getAll('kind'),
  }),
);

byId('faults-off').addEventListener('click', () => send(`${vendor}/faults/off`));

/** Shows what the seconds mean to the chosen kind, or no field for them. */
const explainSeconds = () => {
  const { seconds } = kinds.find(({ kind }) => kind === select.value) ?? {};
  byId('fault-seconds').hidden = seconds === undefined;
  byId('fault-seconds').firstChild.data = seconds ? `Seconds ${seconds}` : 'Seconds';
};
select.addEventListener('change', explainSeconds);
faultForm.elements.always.addEventListener('change', ({ target }) => {
  faultForm.elements.times.disabled = target.checked;
});

const fillKinds = () => {
  select.replaceChildren(...kinds.map(({ kind, label }) => make('option', { value: kind }, label)));
  const boxes = kinds.map(({ kind, label }) =>
    make(
      'label',
      { class: 'switch' },
      make('input', { type: 'checkbox', name: 'kind', value: kind, checked: true }),
      make('span', {}, label),
    ),
  );
  byId('chance-kinds').replaceChildren(...boxes);
  explainSeconds();
  for (const form of [faultForm, chanceForm]) form.querySelector('[type=submit]').disabled = false;
};

const whereOf = ({ method, path }) => [method, path && `${path}…`].filter(Boolean).join(' ') || 'Any request';

const faultRow = (fault) =>
  make(
    'tr',
    {},
    cell(badge(labelOf(fault.kind), 'warn')),
    cell(whereOf(fault), 'mono'),
    cell(fault.left === 'always' ? 'until switched off' : `${fault.left} more`),
    cell(fault.seconds === undefined ? '' : `${fault.seconds} s`, 'number'),
    cell(lineButton(`fault-${fault.id}`, 'Switch off', () => send(`${vendor}/faults/${fault.id}/off`), 'small')),
  );

const chanceRow = ({ seed, rate, kinds: drawn }) =>
  make(
    'tr',
    {},
    cell(badge(`By chance, seed ${seed}`, 'warn')),
    cell(`${Math.round(rate * 1000) / 10} % of requests`),
    cell('until switched off'),
    cell(''),
    cell(drawn && drawn.length < kinds.length ? drawn.map(labelOf).join(', ') : 'all kinds'),
  );

/** Shows what is switched on, and who came too early. */
export const showFaults = ({ name, faults }) => {
  vendor = name;
  if (kinds.length === 0) {
    kinds = faults.kinds;
    fillKinds();
  }
  const rows = [...faults.active.map(faultRow), ...(faults.sequence ? [chanceRow(faults.sequence)] : [])];
  byId('count-faults').textContent = rows.length === 0 ? '' : String(rows.length);
  byId('faults-off').disabled = rows.length === 0;
  fill(byId('faults'), table(['Fault', 'Strikes', 'How often', 'Seconds', ''], rows, 'Nothing goes wrong.'));
  const early = faults.earlyRequests;
  byId('early').textContent = early
    ? `${early} ${early === 1 ? 'request' : 'requests'} came before an instant that the twin had asked to wait for.`
    : 'No request came before an instant that the twin had asked to wait for.';
  byId('early').classList.toggle('bad', early > 0);
};
