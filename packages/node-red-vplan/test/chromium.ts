import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

// Only what the page itself asks for goes over the network.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium, without a window. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: flags });

/** Where screenshots go: `PATCHBAY_SCREENSHOTS`, else a new folder. */
export const screenshotFolder = (): string => {
  const folder = process.env.PATCHBAY_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'patchbay-screenshots-'));
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** An open editor, and what went wrong in it. */
export interface OpenEditor {
  readonly page: Page;
  /** Errors on the console, exceptions, and requests to other hosts */
  readonly troubles: readonly string[];
}

/** Opens the editor in a theme and waits until its flows are there. */
export const openEditor = async (browser: Browser, url: string, theme: 'light' | 'dark'): Promise<OpenEditor> => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) troubles.push(request.url());
  });
  await page.addInitScript((chosen) => localStorage.setItem('view-dark-theme', chosen), theme);
  await page.goto(url);
  await page.waitForFunction(
    'globalThis.RED?.nodes?.node("node") !== null && document.querySelector(".red-ui-flow-node")',
  );
  return { page, troubles };
};
