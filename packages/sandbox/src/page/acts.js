import { byId, make } from './dom.js';
import { send } from './remote.js';

const selects = [];

const optionsOf = (choices) =>
  choices.map(({ id, title, hint }) => make('option', { value: id }, hint ? `${title} (${hint})` : title));

/** Keeps what is chosen, and leaves a list alone that did not change: somebody may have it open. */
const refresh = ({ select, table, shown }, choices) => {
  const texts = JSON.stringify(choices[table] ?? []);
  if (shown.texts === texts) return;
  shown.texts = texts;
  const { value } = select;
  select.replaceChildren(make('option', { value: '' }, 'Choose…'), ...optionsOf(choices[table] ?? []));
  if ([...select.options].some((option) => option.value === value)) select.value = value;
};

const inputOf = ({ name, label, choose }) => {
  const control = choose
    ? make('select', { name, required: true })
    : make('input', { type: 'text', name, required: true, autocomplete: 'off' });
  if (choose) selects.push({ select: control, table: choose, shown: { texts: '' } });
  return make('label', {}, label, control);
};

const formOf = (vendor, { name, label, verb, inputs }) => {
  const output = make('output', {});
  const button = make('button', { type: 'submit', class: 'primary', 'aria-label': label }, verb);
  const form = make('form', { class: 'act' }, make('h3', {}, label), inputs.map(inputOf));
  form.append(make('div', { class: 'act-end' }, button, output));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await send(`${vendor}/act/${name}`, Object.fromEntries(new FormData(form)));
      output.className = '';
      output.textContent = 'Done';
      for (const input of form.querySelectorAll('input')) input.value = '';
    } catch (error) {
      output.className = 'bad';
      output.textContent = error.message;
    }
  });
  return form;
};

/** Shows the acts of a vendor, once, and refreshes what can be chosen. */
export const showActs = ({ name, acts, choices }) => {
  const place = byId('acts');
  if (place.children.length === 0) place.replaceChildren(...acts.map((act) => formOf(name, act)));
  for (const one of selects) refresh(one, choices);
};
