import { join } from 'node:path';
import { type Browser, type Page, screenshotFolder, startChromium } from '@patchbay/chromium';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../src/index.ts';
import { clientOf, receive } from './harness.ts';

const folder = screenshotFolder();
let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const open = async (colorScheme: 'light' | 'dark' = 'light') => {
  const sandbox = await startSandbox({ planningDelay: 50 });
  const page = await browser.newPage({ colorScheme, viewport: { width: 1360, height: 900 } });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(sandbox.url) && !request.url().startsWith('data:')) problems.push(request.url());
  });
  onTestFinished(async () => {
    await page.close();
    await sandbox.close();
    expect(problems).toEqual([]);
  });
  await page.goto(sandbox.url);
  await page.getByText('Live', { exact: true }).waitFor();
  return { sandbox, page, story: page.getByRole('list', { name: 'What happened' }) };
};

const shoot = async (page: Page, name: string): Promise<void> => {
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(folder, `sandbox-${name}.png`), fullPage: true });
};

/** Presses Tab until the wanted element has the focus; a page that cannot be reached by keyboard fails. */
const tabTo = async (page: Page, wanted: ReturnType<Page['locator']>): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it');
};

describe('the sandbox page in Chromium', () => {
  it('creates a collection by keyboard alone and tells of it', async () => {
    const { sandbox, page, story } = await open();
    const form = page.locator('form').filter({ has: page.getByRole('heading', { name: 'Create a collection' }) });
    await tabTo(page, form.getByLabel('Name'));
    await page.keyboard.type('Keyboard frames');
    await tabTo(page, form.getByLabel('Board'));
    await page.keyboard.type('Doors');
    await tabTo(page, form.getByRole('button'));
    await page.keyboard.press('Enter');
    await story.getByText('Create a collection “Keyboard frames”').waitFor();
    await form.getByText('Done').waitFor();
    const created = sandbox.vendors.vplan.rows('collection').at(-1);
    const doors = sandbox.vendors.vplan.rows('board').find(({ name }) => name === 'Doors');
    expect(created).toMatchObject({ name: 'Keyboard frames', board_id: doors?.id });
  });

  it('walks its tabs with the arrow keys, finds a record and shows it whole', async () => {
    const { page } = await open();
    await tabTo(page, page.getByRole('tab', { name: 'Act' }));
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tabpanel', { name: 'Records' }).waitFor();
    await page.getByRole('button', { name: /^Card \d/ }).click();
    await page.getByLabel('Search these records').fill('glazing');
    await page.getByText('2 records').waitFor();
    await page.getByRole('button', { name: 'Woonhuis De Boer, Utrecht: Glazing' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('"start_date": "').waitFor();
    await page.keyboard.press('Escape');
    expect(await drawer.isVisible()).toBe(false);
  });

  it('asks before it resets', async () => {
    const { sandbox, page, story } = await open();
    const { vplan } = sandbox.vendors;
    vplan.act('deleteCard', { card_id: vplan.rows('card')[0]?.id ?? '' });
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'Keep everything' }).click();
    expect(vplan.rows('card')).toHaveLength(21);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
    await story.getByText('All records are back to the seed').waitFor();
    expect(vplan.rows('card')).toHaveLength(22);
  });

  it('keeps the chosen theme', async () => {
    const { page } = await open('light');
    const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const light = await background();
    await page.getByRole('button', { name: 'Dark theme' }).click();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await background()).toBe(dark);
  });

  it.each(['light', 'dark'] as const)('is readable in %s, with a story to tell', async (theme) => {
    const { sandbox, page, story } = await open(theme);
    const good = await receive();
    const bad = await receive(Array(20).fill(500));
    const client = clientOf(sandbox);
    const events = ['collection.created', 'collection.updated', 'card.created'] as const;
    await client.webhook.create({ url: good.url, event_types: [...events], description: 'Order desk' });
    await client.webhook.create({ url: bad.url, event_types: ['collection.created'] });
    const board = sandbox.vendors.vplan.rows('board')[0]?.id ?? '';
    const { id } = await client.collection.create({ board_id: board, name: 'Order 2026-118, six frames' });
    await client.collection.moveToBoard({ collection_id: String(id), board_id: board });
    await expect(client.collection.get({ collection_id: 'unknown' })).rejects.toThrow('404');
    await story.getByText('Made 5 cards').waitFor();
    await story.getByText('collection.updated “Order 2026-118, six frames” delivered').first().waitFor();
    for (const tab of ['Act', 'Records', 'Requests', 'Webhooks']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel', { name: tab }).waitFor();
      await shoot(page, `${theme}-${tab.toLowerCase()}`);
    }
    await page.getByRole('button', { name: 'collection.created' }).first().click();
    await page.getByRole('dialog').getByText('"environment"').waitFor();
    await page.screenshot({ path: join(folder, `sandbox-${theme}-delivery.png`) });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});
