import { mkdirSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Login } from '@patchbay/n8n-host';

/** As much of playwright-core as is needed here. It is the sandbox's dependency, not this package's. */
interface Locator {
  first(): Locator;
  click(): Promise<void>;
  dblclick(): Promise<void>;
  fill(text: string): Promise<void>;
  waitFor(): Promise<void>;
  allInnerTexts(): Promise<string[]>;
  locator(selector: string): Locator;
}

/** A page of the browser. */
export interface Page extends Pick<Locator, 'locator'> {
  goto(url: string): Promise<unknown>;
  waitForURL(isWanted: (url: URL) => boolean): Promise<void>;
  screenshot(options: { path: string }): Promise<unknown>;
  getByText(text: string, options?: { exact: boolean }): Locator;
  keyboard: { press(key: string): Promise<void> };
}

interface Playwright {
  chromium: {
    launch(options: object): Promise<{ newPage(options: object): Promise<Page>; close(): Promise<void> }>;
  };
}

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** n8n's editor, logged in. */
export interface Editor {
  readonly page: Page;
  /** Opens a workflow's canvas. */
  open(workflowId: string): Promise<void>;
  /** Opens the panel of a node by a double click. */
  openNode(name: string): Promise<void>;
  /** Keeps a picture in `PATCHBAY_SCREENSHOTS`, else in a new folder. */
  shoot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Logs in to n8n's editor in Chromium. */
export const openEditor = async (url: string, { email, password }: Login): Promise<Editor> => {
  const require = createRequire(join(import.meta.dirname, '../../sandbox/package.json'));
  const { chromium }: Playwright = require('playwright-core');
  const executablePath = process.env.PATCHBAY_CHROMIUM ?? '/usr/bin/chromium';
  const folder = process.env.PATCHBAY_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'patchbay-n8n-editor-'));
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: flags });
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.goto(`${url}signin`);
  await page.locator('input[name=emailOrLdapLoginId]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button:has-text("Sign in")').click();
  await page.waitForURL(({ pathname }) => !pathname.includes('signin'));
  return {
    page,
    async open(workflowId) {
      await page.goto(`${url}workflow/${workflowId}`);
      await page.locator('[data-node-name]').first().waitFor();
    },
    async openNode(name) {
      await page.locator(`[data-node-name="${name}"]`).first().dblclick();
      await page.locator('[data-test-id=ndv]').first().waitFor();
    },
    async shoot(name) {
      await page.screenshot({ path: join(folder, `n8n-${name}.png`) });
    },
    close: () => browser.close(),
  };
};
