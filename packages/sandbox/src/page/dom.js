/** The element with an id that the page certainly has. */
export const byId = (id) => document.getElementById(id);

/**
 * A new element. Properties that begin with `on` are listeners, `class` and names with a dash are attributes, the rest are
 * properties. Children that are no elements become text: nothing is ever parsed as HTML.
 */
export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class' || name.includes('-')) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== ''));
  return element;
};

/** An instant as the clock on the wall shows it. */
export const clock = (at) => {
  const instant = new Date(at);
  const text = instant.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
  return make('time', { dateTime: at, title: instant.toLocaleString() }, text);
};

/** A word on a coloured ground; the kind chooses the colour. */
export const badge = (text, kind) => make('span', { class: `badge ${kind}` }, text);

/** An HTTP status, green or red; 0 is a connection that was cut. */
export const statusBadge = (status) =>
  status === 0 ? badge('cut', 'bad') : badge(String(status), status < 400 ? 'good' : 'bad');

/** A table with a line for each row, or a sentence where there is none. */
export const table = (heads, rows, none) => {
  if (rows.length === 0) return make('p', { class: 'none' }, none);
  const head = make(
    'tr',
    {},
    heads.map((title) => make('th', { scope: 'col' }, title)),
  );
  return make('table', {}, make('thead', {}, head), make('tbody', {}, rows));
};

/** A cell of a table: text, an element, or several of both. */
export const cell = (content, kind = '') => make('td', { class: kind }, content);

/** A button that copies a text and says so for a moment. */
export const copyButton = (text, what) => {
  const button = make('button', { type: 'button', class: 'small', 'aria-label': `Copy ${what}` }, 'Copy');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1500);
  });
  return button;
};

/** Replaces what stands in a place; what has the focus keeps it, recognised by `data-key`. */
export const fill = (place, ...children) => {
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  place.replaceChildren(...children);
  if (focused) place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
};

/** A button inside a line of a table. */
export const lineButton = (key, text, onclick, kind = 'link') =>
  make('button', { type: 'button', class: kind, 'data-key': key, onclick }, text);
