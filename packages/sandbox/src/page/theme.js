import { byId } from './dom.js';

const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);

const tell = () => {
  byId('theme').textContent = isDark() ? 'Light theme' : 'Dark theme';
};

const stored = localStorage.getItem('theme');
if (stored === 'light' || stored === 'dark') root.dataset.theme = stored;
byId('theme').addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  localStorage.setItem('theme', root.dataset.theme);
  tell();
});
system.addEventListener('change', tell);
tell();
