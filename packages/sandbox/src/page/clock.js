import { byId } from './dom.js';
import { send } from './remote.js';

for (const button of document.querySelectorAll('[data-milliseconds]'))
  button.addEventListener('click', () => send('clock', { milliseconds: Number(button.dataset.milliseconds) }));

/** Shows where the sandbox's clock stands. */
export const showClock = (now) => {
  byId('clock-now').dateTime = now;
  byId('clock-now').textContent = new Date(now).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
};
