import { join } from 'node:path';
import { type Page, screenshotFolder, startChromium } from '@patchbay/chromium';
import type { Login } from '@patchbay/n8n-host';
import { leaveTrail } from '@patchbay/trail';

/** n8n's editor, logged in. */
export interface Editor {
  readonly page: Page;
  /** Opens a workflow's canvas. */
  open(workflowId: string): Promise<void>;
  /** Opens the panel of a node by a double click. */
  openNode(name: string): Promise<void>;
  /** Keeps a picture. */
  shoot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Logs in to n8n's editor in Chromium. */
export const openEditor = async (url: string, { email, password }: Login): Promise<Editor> => {
  const folder = screenshotFolder();
  const browser = await startChromium();
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
      leaveTrail('n8n page', await page.content());
    },
    close: () => browser.close(),
  };
};
