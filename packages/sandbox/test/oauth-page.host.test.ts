import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, type Page, screenshotFolder, startChromium } from '@patchbay/chromium';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../src/index.ts';

const folder = screenshotFolder();
let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

type Theme = 'light' | 'dark';

/** A host on an origin of its own: it sends browsers to the consent page, and is where they come back to. */
const startHost = async () => {
  let target = '';
  const server = createServer((request, response) => {
    if (request.url === '/connect') response.writeHead(302, { location: target }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Back at the host</h1>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sendTo: (url: string) => {
      target = url;
    },
  };
};

const open = async (name: 'vplan' | 'nifty' | 'vcita', theme: Theme = 'light', width = 900) => {
  const sandbox = await startSandbox();
  const host = await startHost();
  const twin = sandbox.twin(name);
  const page = await browser.newPage({ colorScheme: theme, viewport: { width, height: 860 } });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // The refusal page is a 400, which Chromium tells as an error.
    if (message.type() === 'error' && !/status of 400/.test(message.text())) problems.push(message.text());
  });
  onTestFinished(async () => {
    await page.close();
    await sandbox.close();
    expect(problems).toEqual([]);
  });
  const path = { vplan: '/oauth/authorize', nifty: '/authorize', vcita: '/app/oauth/authorize' }[name];
  const { client_id } = twin.oauth.app;
  const visit = async (more: Readonly<Record<string, string>> = {}) => {
    const query = { response_type: 'code', client_id, redirect_uri: `${host.url}/back`, state: 'a/b', ...more };
    host.sendTo(`${twin.baseUrl}${path}?${new URLSearchParams(query)}`);
    await page.goto(`${host.url}/connect`);
  };
  return { sandbox, twin, host, page, visit };
};

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: join(folder, `oauth-${name}.png`), fullPage: true });

/** Presses Tab until the wanted element has the focus. */
const tabTo = async (page: Page, wanted: ReturnType<Page['locator']>): Promise<void> => {
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it');
};

/** Contrast of an element's text with the ground it stands on, as WCAG counts it. */
const contrastOf = (page: Page, text: string): Promise<number> =>
  page.evaluate<number>(`(() => {
    const element = [...document.querySelectorAll('body *')].filter((one) => one.textContent.includes(${JSON.stringify(text)})).at(-1);
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const light = (color) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let ground = element;
    while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
    const pair = [light(getComputedStyle(element).color), light(getComputedStyle(ground).backgroundColor)].sort();
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  })()`);

describe('the consent page in Chromium', () => {
  it('is reached by a redirect of another origin, allowed by keyboard alone, and leads back there', async () => {
    const { page, visit, host } = await open('vplan');
    await visit();
    await tabTo(page, page.getByRole('button', { name: 'Allow' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Back at the host' }).waitFor();
    const back = new URL(page.url());
    expect([back.origin, back.pathname, back.searchParams.get('state')]).toEqual([host.url, '/back', 'a/b']);
    expect(back.searchParams.get('code')).toBeTruthy();
  });

  it('is denied by a click, and that leads back too', async () => {
    const { page, visit } = await open('nifty');
    await visit({ scope: 'task,label' });
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.getByRole('heading', { name: 'Back at the host' }).waitFor();
    expect(new URL(page.url()).searchParams.get('error')).toBe('access_denied');
  });

  it.each(['vplan', 'nifty', 'vcita'] as const)(
    'of %s is readable in light and dark, wide and narrow',
    async (name) => {
      for (const theme of ['light', 'dark'] as const)
        for (const width of [900, 360]) {
          const { page, visit } = await open(name, theme, width);
          await visit();
          await page.getByRole('heading', { name: /Patchbay wants to connect/ }).waitFor();
          for (const text of ['Signed in as', 'Allow', 'Deny', 'You will be sent back', 'played by'])
            expect(await contrastOf(page, text)).toBeGreaterThanOrEqual(4.5);
          expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
            0,
          );
          await shoot(page, `${name}-${theme}-${width}`);
        }
    },
  );

  it('says why it sends nobody back', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { page, visit } = await open('vcita', theme);
      await visit({ redirect_uri: 'https://evil.example/back' });
      await page.getByRole('alert').getByText('is not on this machine').waitFor();
      expect(await contrastOf(page, 'is not on this machine')).toBeGreaterThanOrEqual(4.5);
      await shoot(page, `refused-${theme}`);
    }
  });
});

describe('OAuth on the sandbox page', () => {
  it.each(['light', 'dark'] as const)('shows the app, who connected and the switches in %s', async (theme) => {
    const { page, twin, sandbox } = await open('nifty', theme, 1360);
    const { refresh_token = '' } = twin.oauth.issue();
    const { client_id, client_secret } = twin.oauth.app;
    const refresh = () =>
      fetch(`${twin.baseUrl}/oauth/token`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`,
        },
        body: JSON.stringify({ grant_type: 'refresh_token', refresh_token }),
      });
    await refresh();
    await refresh();
    await page.goto(`${sandbox.url}/nifty`);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByText(client_id, { exact: true }).waitFor();
    await page.getByRole('tab', { name: 'OAuth' }).click();
    const panel = page.getByRole('tabpanel', { name: 'OAuth' });
    await panel.getByText('Renewed: once. Asked with a used refresh token: once.').waitFor();
    await shoot(page, `page-${theme}`);
    await panel.getByRole('checkbox', { name: 'Strict' }).uncheck();
    await panel.getByLabel('The state comes back altered').check();
    await expect.poll(() => [twin.oauth.mode, twin.oauth.alterState]).toEqual(['lenient', true]);
    await panel.getByRole('button', { name: 'Expire access tokens' }).click();
    await panel.getByText('expired', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Clock 1 day forward' }).click();
    await page.getByText('The clock goes forward by 1 day').waitFor();
    await panel.getByRole('button', { name: 'Revoke all connections' }).click();
    await panel.getByText('Nobody has connected an app yet.').waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});
