import { byId, copyButton, make } from './dom.js';

const drawer = byId('detail');
byId('detail-close').addEventListener('click', () => drawer.close());
// A click beside the drawer lands on the dialog itself.
drawer.addEventListener('click', (event) => {
  if (event.target === drawer && event.offsetX < 0) drawer.close();
});

/** A titled block of JSON. */
export const jsonBlock = (title, value) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  const head = make('div', { class: 'block-head' }, title, copyButton(text, title));
  return [head, make('pre', { tabIndex: 0 }, text)];
};

/** Pairs of a name and a value; pairs without a value are left out. */
export const facts = (pairs) =>
  make(
    'dl',
    { class: 'facts' },
    pairs
      .filter(([, value]) => value !== undefined && value !== '')
      .flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]),
  );

/** Opens the drawer. */
export const showDetail = (title, ...content) => {
  byId('detail-title').textContent = title;
  byId('detail-body').replaceChildren(...content.flat());
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
};
