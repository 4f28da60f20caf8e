import { join } from 'node:path';
import { type Browser, screenshotFolder, startChromium } from '@patchbay/chromium';
import { type Operation, operationsOf } from '@patchbay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, openEditor, row, themes } from './editor.ts';
import { actionNode, sink, triggerNode } from './flow-nodes.ts';
import { formProblems, shootHelp } from './form-checks.ts';
import { type Hosts, startHosts } from './hosts.ts';
import type { Subject } from './subject.ts';

/** What is particular when the editor of a package is looked at. */
export interface EditorChecks {
  /** Properties of action nodes by identifier; one is called `node` and lacks the field of `pick` */
  readonly nodes: (hosts: Hosts) => Readonly<Record<string, object>>;
  readonly trigger: (hosts: Hosts) => object;
  /** Credential that is typed wrong at first */
  readonly secret: string;
  /** Part of what is said then */
  readonly refusal: string;
  /** A record to choose from a list */
  readonly pick: {
    readonly field: string;
    readonly resource: string;
    readonly title: (row: Readonly<Record<string, unknown>>) => string;
  };
}

const apart = 60;

/** The editor of a package in Chromium, light and dark. Pictures go to the folder that `PATCHBAY_SCREENSHOTS` names. */
export const checkEditor = (subject: Subject, checks: EditorChecks): void => {
  const { vendor } = subject;
  const { name } = vendor;
  const all = [...operationsOf(vendor).values()];
  const partner = all.filter(({ definition }) => definition.tier === 2);
  const folder = screenshotFolder();
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

  const flow = () => [
    ...Object.entries(checks.nodes(hosts)).map(([id, properties], index) =>
      actionNode(name, id, { fromPayload: 'required', ...properties, x: 300, y: 100 + index * apart }, [['sink']]),
    ),
    triggerNode(name, { name: '', x: 300, y: 400, ...checks.trigger(hosts) }),
    { ...sink('sink'), x: 600, y: 240 },
  ];

  describe.each(themes)('the editor in %s', (theme) => {
    let editor: Editor;
    beforeAll(async () => {
      await hosts.deploy(flow());
      editor = await openEditor(browser, hosts.nodeRed.url, theme, folder);
      await editor.shoot(`${name}-canvas`);
    });
    afterAll(() => editor.page.close());

    it('opens every dialog, finds nothing wrong, and changes nothing by closing it', async () => {
      for (const id of [...Object.keys(checks.nodes(hosts)), 'trigger']) {
        const before = await editor.nodeOf(id);
        expect([id, before.validationErrors ?? []]).toEqual([id, []]);
        await editor.edit(id);
        if (id === 'trigger') await editor.page.waitForSelector(`#patchbay-callback:has-text("/patchbay/${name}/")`);
        await editor.shoot(`${name}-${id}`);
        await editor.closeDialog();
        expect(await editor.nodeOf(id)).toEqual(before);
        expect(await editor.inEditor(`RED.nodes.node(${JSON.stringify(id)}).changed`)).toBeFalsy();
      }
    });

    const opensAll = async (id: string, operations: readonly Operation[]) => {
      await editor.edit(id);
      expect(await formProblems(editor, operations)).toEqual([]);
      await editor.closeDialog('#node-dialog-cancel');
    };

    it('has a form for every operation, with all that it takes', async () => {
      await opensAll(
        'node',
        all.filter((one) => !partner.includes(one)),
      );
      if (partner.length > 0) await opensAll('partner', partner);
    });

    it('shows the help of every node', async () => {
      const types = [name, `${name}-account`, `${name}-trigger`, ...(partner.length > 0 ? [`${name}-partner`] : [])];
      await shootHelp(editor, types, (type) => join(folder, `${theme}-help-${type}.png`));
    });

    it('takes a new account, tests it, and offers records before anything was deployed', async () => {
      const { page } = editor;
      const { pick, secret, refusal } = checks;
      await editor.edit('node');
      await page.click('#node-input-btn-account-add');
      await page.waitForSelector(`#node-config-input-${secret}`, { state: 'visible' });
      expect(await page.inputValue('#node-config-input-baseUrl')).toBe(vendor.baseUrl);
      await page.fill(`#node-config-input-${secret}`, 'wrong-secret-0123456');
      await page.fill('#node-config-input-baseUrl', hosts.twin.baseUrl);
      await page.click('#patchbay-test');
      await page.waitForSelector(`#patchbay-test-result.patchbay-problem:has-text("${refusal}")`);
      await editor.shoot(`${name}-account-refused`);
      await page.fill(`#node-config-input-${secret}`, String(hosts.twin.credential[secret]));
      await page.click('#patchbay-test');
      await page.waitForSelector('#patchbay-test-result.patchbay-success:has-text("accepts these credentials")');
      await editor.shoot(`${name}-account`);
      await editor.closeDialog('#node-config-dialog-ok');

      const record = hosts.twin.rows(pick.resource)[0] ?? { id: '' };
      if (!(await page.isVisible(row(pick.field)))) await page.selectOption('#patchbay-add', pick.field);
      await page.click(`${row(pick.field)} button[title^="Choose"]`);
      await page.waitForSelector(`${row(pick.field)} .patchbay-pick li`);
      await page.keyboard.type(pick.title(record));
      await page.waitForFunction('document.querySelectorAll(".patchbay-pick li").length === 1');
      await editor.shoot(`${name}-pick`);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await editor.closeDialog();
      expect((await editor.nodeOf('node')).fields).toMatchObject({ [pick.field]: { type: 'str', value: record.id } });
    });

    it('asks nobody outside and logs no error', () => {
      expect(editor.troubles).toEqual([]);
    });
  });
};
