import { join } from 'node:path';
import { type Browser, type Page, screenshotFolder, startChromium } from '@patchbay/chromium';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startWorkshop } from './workshop.ts';

const folder = screenshotFolder();
let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const open = async (colorScheme: 'light' | 'dark' = 'light', width = 1360) => {
  const workshop = await startWorkshop();
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  onTestFinished(async () => {
    await page.close();
    expect(problems).toEqual([]);
  });
  await page.goto(`${workshop.sandbox.url}/#faults`);
  await page.getByText('Live', { exact: true }).waitFor();
  return { ...workshop, page, panel: page.getByRole('tabpanel', { name: 'Faults' }) };
};

const tabTo = async (page: Page, wanted: ReturnType<Page['locator']>): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it');
};

describe('the faults on the page', () => {
  it('are switched on and off by keyboard alone', async () => {
    const { page, panel, twin, call } = await open();
    await tabTo(page, panel.getByLabel('What goes wrong'));
    await page.keyboard.type('303');
    await tabTo(page, panel.getByLabel('Path begins with'));
    await page.keyboard.type('/v2/tools');
    await tabTo(page, panel.getByLabel('For all requests, until switched off'));
    await page.keyboard.press('Space');
    await tabTo(page, panel.getByRole('button', { name: 'Switch on' }));
    await page.keyboard.press('Enter');
    await panel.getByRole('cell', { name: '303 to an HTML page' }).waitFor();
    expect((await call('GET', '/v2/tools')).status).toBe(303);
    await tabTo(page, panel.getByRole('button', { name: 'Switch off' }));
    await page.keyboard.press('Enter');
    await panel.getByText('Nothing goes wrong.').waitFor();
    expect(twin.faults.active).toEqual([]);
  });

  it('ask for seconds only where they mean something', async () => {
    const { panel } = await open();
    await panel.getByLabel('Seconds to wait for').waitFor();
    await panel.getByLabel('What goes wrong').selectOption('html');
    expect(await panel.locator('#fault-seconds').isVisible()).toBe(false);
  });

  it('say why they cannot be switched on', async () => {
    const { panel, twin } = await open();
    await panel.getByLabel('Path begins with').fill('tools');
    await panel.getByRole('button', { name: 'Switch on' }).click();
    await panel.getByText('path must begin with a slash').waitFor();
    expect(twin.faults.active).toEqual([]);
  });

  it.each([
    ['light', 1360],
    ['dark', 1360],
    ['light', 420],
  ] as const)('are readable in %s at a width of %d', async (theme, width) => {
    const { page, panel, call, twin } = await open(theme, width);
    await panel.getByRole('button', { name: 'Start over with this seed' }).click();
    twin.faults.on({ kind: 'tooManySeconds', seconds: 30, method: 'GET', path: '/v2/tools' });
    twin.faults.on({ kind: 'resetAfter', method: 'POST', times: 3 });
    await call('GET', '/v2/tools');
    await call('GET', '/v2/tools');
    await panel.getByText('1 request came before').waitFor();
    await panel.getByRole('cell', { name: 'By chance, seed 1' }).waitFor();
    await page.evaluate('scrollTo(0, 0)');
    await page.screenshot({ path: join(folder, `sandbox-faults-${theme}-${width}.png`), fullPage: true });
    await page.getByRole('tab', { name: /^Requests/ }).click();
    await page.getByRole('tabpanel', { name: 'Requests' }).getByText('too early').waitFor();
    await page.screenshot({ path: join(folder, `sandbox-fault-log-${theme}-${width}.png`), fullPage: true });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});
