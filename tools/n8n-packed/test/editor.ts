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

const editorOn = (page: Page, url: string, folder: string): Editor => ({
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
  close: () => page.close(),
});

/** A browser that is logged in to n8n. */
export interface Session {
  /** A window of its own; closing it leaves the session. */
  openEditor(): Promise<Editor>;
  close(): Promise<void>;
}

/** Logs in to n8n in Chromium. To be done once: n8n takes five logins a minute. */
export const logIn = async (url: string, { email, password }: Login): Promise<Session> => {
  const folder = screenshotFolder();
  const browser = await startChromium();
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const first = await context.newPage();
  await first.goto(`${url}signin`);
  await first.locator('input[name=emailOrLdapLoginId]').fill(email);
  await first.locator('input[name=password]').fill(password);
  await first.locator('button:has-text("Sign in")').click();
  await first.waitForURL(({ pathname }) => !pathname.includes('signin'));
  return {
    openEditor: async () => editorOn(await context.newPage(), url, folder),
    close: () => browser.close(),
  };
};
