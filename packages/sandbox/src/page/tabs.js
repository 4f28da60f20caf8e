const tabs = [...document.querySelectorAll('[role=tab]')];

const open = (tab, focus) => {
  for (const other of tabs) {
    const chosen = other === tab;
    other.setAttribute('aria-selected', String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    document.getElementById(other.getAttribute('aria-controls')).hidden = !chosen;
  }
  history.replaceState(null, '', `#${tab.id.replace('tab-', '')}`);
  if (focus) tab.focus();
};

const steps = { ArrowRight: 1, ArrowLeft: -1 };

const target = (key, index) => {
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs.at(-1);
  return key in steps ? tabs[(index + steps[key] + tabs.length) % tabs.length] : undefined;
};

tabs.forEach((tab, index) => {
  tab.addEventListener('click', () => open(tab, false));
  tab.addEventListener('keydown', (event) => {
    const next = target(event.key, index);
    if (!next) return;
    event.preventDefault();
    open(next, true);
  });
});

const wanted = tabs.find((tab) => tab.id === `tab-${location.hash.slice(1)}`);
if (wanted) open(wanted, false);
