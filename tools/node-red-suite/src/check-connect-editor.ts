import { join } from 'node:path';
import { type Browser, screenshotFolder, startChromium } from '@patchbay/chromium';
import { leaveTrail } from '@patchbay/trail';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, openEditor, themes } from './editor.ts';
import { actionNode, sink } from './flow-nodes.ts';
import { type Hosts, startHosts } from './hosts.ts';
import type { Subject } from './subject.ts';

/**
 * Connecting an account in the editor, in Chromium, light and dark.
 * @param call operation without inputs that the app may call
 */
export const checkConnectEditor = (
  subject: Subject,
  call: { readonly resource: string; readonly operation: string },
): void => {
  const { name } = subject.vendor;
  const folder = screenshotFolder();
  const input = (field: string): string => `#node-config-input-${field}`;
  let hosts: Hosts;
  let browser: Browser;
  beforeAll(async () => {
    hosts = await startHosts(subject);
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await hosts.close();
  });

  describe.each(themes)('the account in %s', (theme) => {
    let editor: Editor;
    beforeAll(async () => {
      await hosts.deploy([actionNode(name, 'node', { ...call, x: 300 }, [['sink']]), { ...sink('sink'), x: 600 }]);
      editor = await openEditor(browser, hosts.nodeRed.url, theme, folder);
      await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    });
    afterAll(() => editor.page.close());

    const openAccount = async (): Promise<void> => {
      await editor.inEditor(`RED.editor.editConfig('', ${JSON.stringify(`${name}-account`)}, 'account')`);
      await editor.page.waitForSelector(input('scheme'), { state: 'visible' });
    };
    const says = (words: string, tone = 'success') =>
      editor.page.waitForSelector(`#patchbay-connection.patchbay-${tone}:has-text("${words}")`);

    it('is connected with the keyboard, and told so before it is deployed', async () => {
      const { page } = editor;
      await openAccount();
      await page.selectOption(input('scheme'), 'oauth');
      const { client_id, client_secret } = hosts.twin.oauth.app;
      await page.waitForSelector('#patchbay-connection:has-text("ot connected")');
      await editor.shoot(`${name}-oauth-empty`);
      expect(await page.innerText('#patchbay-redirect')).toBe(`${hosts.nodeRed.url}/patchbay/${name}/oauth/callback`);
      await page.click('#patchbay-redirect-copy');
      await page.waitForSelector('#patchbay-connection:has-text("copied")');
      expect(await page.evaluate('navigator.clipboard.readText()')).toContain(`/patchbay/${name}/oauth/callback`);

      await page.focus('#patchbay-connect-start');
      await page.keyboard.press('Enter');
      await says('is missing', 'problem');
      await editor.shoot(`${name}-oauth-incomplete`);

      await page.fill(input('client_id'), client_id);
      await page.fill(input('client_secret'), client_secret);
      const opening = page.context().waitForEvent('page');
      await page.focus('#patchbay-connect-start');
      await page.keyboard.press('Enter');
      const consent = await opening;
      await page.waitForSelector('#patchbay-connection:has-text("Waiting until you allow it")');
      await editor.shoot(`${name}-oauth-waiting`);
      await consent.click('button:has-text("Allow")');
      await consent.waitForSelector('h1:has-text("Connected to")');
      await consent.emulateMedia({ colorScheme: theme });
      await consent.screenshot({ path: join(folder, `${theme}-${name}-oauth-callback.png`) });
      leaveTrail('callback page', await consent.content());
      expect(await consent.evaluate('window.opener')).toBeNull();
      await consent.close();
      await says('Deploy this account to use it');
      await editor.shoot(`${name}-oauth-connected`);
      await page.click('#patchbay-test');
      await page.waitForSelector('#patchbay-test-result.patchbay-success:has-text("accepts these credentials")');
      await editor.closeDialog('#node-config-dialog-ok');
    });

    it('works when it is deployed, and shows its connection when it is opened again', async () => {
      const { page } = editor;
      await page.click('#red-ui-header-button-deploy');
      await page.waitForFunction('!RED.nodes.dirty()');
      hosts.nodeRed.forget();
      await hosts.nodeRed.waitFor('the node', () => {
        try {
          hosts.nodeRed.send('node', {});
          return true;
        } catch {
          return undefined;
        }
      });
      await hosts.nodeRed.waitFor('rows', () => hosts.nodeRed.messagesAt('sink')[0]);
      await openAccount();
      await says('Connected, ');
      expect(await page.innerText('#patchbay-connection')).not.toContain('Deploy');
    });

    it('says that another app has to be connected, and forgets the tokens when it is told to', async () => {
      const { page } = editor;
      const { client_id } = hosts.twin.oauth.app;
      await page.fill(input('client_id'), 'another-app');
      await page.press(input('client_id'), 'Tab');
      await page.waitForSelector('#patchbay-connection:has-text("another app or address")');
      await page.fill(input('client_id'), client_id);
      await page.press(input('client_id'), 'Tab');
      await says('Connected, ');
      await page.click('#patchbay-disconnect');
      await page.waitForSelector('#patchbay-connection:has-text("Disconnected")');
      await editor.shoot(`${name}-oauth-disconnected`);
      await editor.closeDialog('#node-config-dialog-ok');
    });

    it('asks nobody outside and logs no error', () => {
      expect(editor.troubles).toEqual([]);
    });
  });
};
