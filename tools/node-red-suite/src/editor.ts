import { join } from 'node:path';
import type { Browser, Page } from '@patchbay/chromium';
import { leaveTrail } from '@patchbay/trail';

/** Light or dark, as a user chooses in the editor's settings. */
export type Theme = 'light' | 'dark';

/** The themes that every screen is looked at in. */
export const themes: readonly Theme[] = ['light', 'dark'];

/** An open editor. */
export interface Editor {
  readonly page: Page;
  /** Errors on the console, exceptions, and requests to other hosts */
  readonly troubles: readonly string[];
  /** Runs code with the editor's own API. */
  inEditor<T>(code: string): Promise<T>;
  /** Opens the dialog of a node and waits until it stands still. */
  edit(id: string): Promise<void>;
  /** Closes it. @param button selector. @default Done */
  closeDialog(button?: string): Promise<void>;
  /** Takes a picture, named after theme and vendor. */
  shoot(name: string): Promise<void>;
  /** Saved properties of a node, and what the editor says of them. */
  nodeOf(id: string): Promise<Readonly<Record<string, unknown>>>;
}

/** Row of the form that a field stands in. */
export const row = (name: string): string => `.patchbay-row:has(#patchbay-field-${name})`;

const saved = [
  'fields',
  'resource',
  'operation',
  'valid',
  'validationErrors',
  'events',
  'needs',
  'limit',
  'offset',
  'saveTo',
  'keepSecrets',
];

/**
 * Opens the editor in a theme and waits until its flows are there.
 * @param folder for pictures
 */
export const openEditor = async (browser: Browser, url: string, theme: Theme, folder: string): Promise<Editor> => {
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
  const inEditor = <T>(code: string): Promise<T> => page.evaluate(code) as Promise<T>;
  const settle = (): Promise<unknown> =>
    page.waitForFunction('document.getAnimations().every((animation) => animation.playState !== "running")');
  return {
    page,
    troubles,
    inEditor,
    async edit(id) {
      await inEditor(`RED.editor.edit(RED.nodes.node(${JSON.stringify(id)}))`);
      await page.waitForSelector('#node-dialog-ok', { state: 'visible' });
      await settle();
    },
    async closeDialog(button = '#node-dialog-ok') {
      await page.click(button);
      await page.waitForSelector(button, { state: 'detached' });
    },
    async shoot(name) {
      await settle();
      await page.screenshot({ path: join(folder, `${theme}-${name}.png`) });
      leaveTrail('node-red page', await page.content());
    },
    nodeOf: (id) =>
      inEditor(`(({ ${saved.join(', ')} }) => ({ ${saved.join(', ')} }))(RED.nodes.node(${JSON.stringify(id)}))`),
  };
};
