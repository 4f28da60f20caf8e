import { showActs } from './acts.js';
import { showClock } from './clock.js';
import { showConnect } from './connect.js';
import { byId, make } from './dom.js';
import { showFaults } from './faults.js';
import { showOAuth } from './oauth.js';
import { showRecords } from './records.js';
import { read, send } from './remote.js';
import { showRequests } from './requests.js';
import { addLine, fillStory } from './story.js';
import { showWebhooks } from './webhooks.js';
import './tabs.js';
import './theme.js';

const pause = 150;
let waiting;

// `/vplan` shows that vendor, `/` the first one.
const vendorOf = (vendors) => vendors.find(({ name }) => location.pathname === `/${name}`) ?? vendors[0];

/** Links to the twins, where there are several. */
const showVendors = (vendors, shown) => {
  const place = byId('vendors');
  if (vendors.length < 2 || place.children.length > 0) return;
  place.hidden = false;
  const links = vendors.map(({ name, label }) =>
    make('a', { href: `/${name}`, ...(name === shown.name && { 'aria-current': 'page' }) }, label),
  );
  place.replaceChildren(...links);
};

const refresh = async () => {
  waiting = undefined;
  const { vendors, story, now } = await read('state');
  const vendor = vendorOf(vendors);
  fillStory(story);
  showConnect(vendor);
  showActs(vendor);
  showRequests(vendor);
  showWebhooks(vendor);
  showOAuth(vendor);
  showFaults(vendor);
  showClock(now);
  showVendors(vendors, vendor);
  await showRecords(vendor);
};

/** Many things may happen at once: the tables are read again once for all of them. */
const refreshSoon = () => {
  if (waiting !== undefined) return;
  waiting = setTimeout(() => refresh().catch(() => say('No connection', false)), pause);
};

const say = (text, on) => {
  byId('live').textContent = text;
  byId('live').classList.toggle('on', on);
};

const events = new EventSource('/_sandbox/events');
let wasOpen = false;
events.addEventListener('open', () => {
  // Another start of the sandbox counts from the beginning again.
  if (wasOpen) location.reload();
  wasOpen = true;
  say('Live', true);
});
events.addEventListener('error', () => say('No connection', false));
events.addEventListener('touched', refreshSoon);
events.addEventListener('story', ({ data }) => {
  addLine(JSON.parse(data));
  refreshSoon();
});

const confirmation = byId('confirm');
byId('reset').addEventListener('click', () => confirmation.showModal());
byId('confirm-no').addEventListener('click', () => confirmation.close());
byId('confirm-yes').addEventListener('click', async () => {
  confirmation.close();
  await send('reset');
});
