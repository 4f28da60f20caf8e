import type { Browser, Page } from '@patchbay/chromium';

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
