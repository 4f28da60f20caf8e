import { join } from 'node:path';
import { type Browser, screenshotFolder, startChromium } from '@patchbay/chromium';
import { type Editor, openEditor, row, shootHelp, themes } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixed, type Hosts, onTab, sink, startHosts, vplanNode } from './hosts.ts';

const folder = screenshotFolder();
let hosts: Hosts;
let browser: Browser;
beforeAll(async () => {
  hosts = await startHosts();
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await hosts.close();
});

const flow = () => {
  const board = hosts.vplan.rows('board')[0];
  return [
    vplanNode('node', { resource: 'collection', operation: 'create', fromPayload: 'required', x: 300 }, [['sink']]),
    vplanNode(
      'cards',
      {
        resource: 'card',
        operation: 'list',
        fields: { collection_id: { type: 'msg', value: 'payload.id' }, include: fixed('time_tracking_total') },
        x: 300,
        y: 180,
      },
      [['sink']],
    ),
    vplanNode(
      'board',
      {
        resource: 'board',
        operation: 'update',
        fields: {
          board_id: { type: 'str', value: board?.id, title: board?.name },
          color: fixed('teal'),
          own_backlog: { type: 'bool', value: 'true' },
          workdays: fixed({ 1: true }),
        },
        x: 300,
        y: 260,
      },
      [['sink']],
    ),
    vplanNode(
      'wrong',
      { resource: 'card', operation: 'update', fields: { start_date: fixed('tomorrow') }, x: 300, y: 340 },
      [['sink']],
    ),
    onTab(
      'trigger',
      'vplan-trigger',
      {
        name: '',
        account: 'account',
        events: ['collection.created'],
        callbackBase: '',
        raw: false,
        version: 1,
        x: 300,
        y: 420,
      },
      [['sink']],
    ),
    { ...sink('sink'), x: 560, y: 260 },
  ];
};

describe.each(themes)('the editor in %s', (theme) => {
  let editor: Editor;
  beforeAll(async () => {
    await hosts.deploy(flow());
    editor = await openEditor(browser, hosts.nodeRed.url, theme, folder);
  });
  afterAll(() => editor.page.close());

  it('shows the nodes with icon and label, and a red triangle only where something is really missing', async () => {
    expect((await editor.nodeOf('node')).valid).toBe(true);
    expect((await editor.nodeOf('cards')).valid).toBe(true);
    expect((await editor.nodeOf('wrong')).validationErrors).toEqual([
      'Collection ID is missing',
      'Card ID is missing',
      'Start Date must be a day as YYYY-MM-DD, but is "tomorrow"',
    ]);
    await editor.shoot(`canvas`);
  });

  it.each(['node', 'cards', 'board', 'wrong', 'trigger'])(
    'opens the dialog of %s and changes nothing by closing it',
    async (id) => {
      const { page } = editor;
      const before = await editor.nodeOf(id);
      await editor.edit(id);
      if (id === 'trigger') await page.waitForSelector('#patchbay-callback:has-text("/patchbay/vplan/trigger/")');
      await editor.shoot(`${id}`);
      await editor.closeDialog();
      expect(await editor.nodeOf(id)).toEqual(before);
      expect(await editor.inEditor(`RED.nodes.node(${JSON.stringify(id)}).changed`)).toBeFalsy();
    },
  );

  it('shows the help of every node', async () => {
    const path = (type: string): string => join(folder, `${theme}-help-${type}.png`);
    await shootHelp(editor, ['vplan', 'vplan-account', 'vplan-trigger'], path);
  });

  it('takes a new account, tests it, and offers its boards before anything was deployed', async () => {
    const { page } = editor;
    const { key, environment } = hosts.vplan.credential;
    await editor.edit('node');
    await page.click('#node-input-btn-account-add');
    await page.waitForSelector('#node-config-input-key', { state: 'visible' });
    expect(await page.inputValue('#node-config-input-baseUrl')).toBe('https://api.vplan.com/v1');
    await page.fill('#node-config-input-key', 'wrong-key-0123456');
    await page.fill('#node-config-input-environment', environment);
    await page.fill('#node-config-input-baseUrl', hosts.vplan.baseUrl);
    await page.click('#patchbay-test');
    await page.waitForSelector('#patchbay-test-result.patchbay-problem:has-text("Not Logged In")');
    await editor.shoot(`account-refused`);
    await page.fill('#node-config-input-key', key);
    await page.click('#patchbay-test');
    await page.waitForSelector('#patchbay-test-result.patchbay-success:has-text("accepts these credentials")');
    await editor.shoot(`account`);
    await editor.closeDialog('#node-config-dialog-ok');

    await page.click(`${row('board_id')} button[title="Choose Board"]`);
    await page.waitForSelector('.patchbay-pick li');
    await page.keyboard.type('frame');
    await page.waitForFunction('document.querySelectorAll(".patchbay-pick li").length === 1');
    await editor.shoot(`pick`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const board = hosts.vplan.rows('board').find(({ name }) => String(name).includes('frames'));
    await page.waitForSelector(`${row('board_id')} .patchbay-title:has-text("${board?.name}")`);

    await page.selectOption('#patchbay-add', 'due_date');
    await page.keyboard.type('2026-13-01');
    await page.waitForSelector(`${row('due_date')} .patchbay-problem:has-text("must be a day")`);
    await page.click(`${row('due_date')} button[title="Remove Due Date"]`);
    await page.selectOption('#patchbay-add', 'name');
    await page.keyboard.type('Six oak frames');
    await editor.shoot(`filled`);
    await editor.closeDialog();
    expect((await editor.nodeOf('node')).fields).toEqual({
      board_id: { type: 'str', value: board?.id, title: board?.name },
      name: { type: 'str', value: 'Six oak frames' },
    });
  });

  it('deploys what was typed, and the node works', async () => {
    const { page } = editor;
    await page.click('#red-ui-header-button-deploy');
    // The editor asks because of the node that really lacks something.
    await page.click('.red-ui-notification button:has-text("Confirm deploy")');
    await page.waitForFunction('!RED.nodes.dirty()');
    hosts.nodeRed.forget();
    // The editor is told before the flows run.
    await hosts.nodeRed.waitFor('the node', () => {
      try {
        hosts.nodeRed.send('node', {});
        return true;
      } catch {
        return undefined;
      }
    });
    const made = await hosts.nodeRed.waitFor('the collection', () => hosts.nodeRed.messagesAt('sink')[0]);
    expect(made.payload).toMatchObject({ name: 'Six oak frames' });
  });

  it('keeps a typed value when another operation is looked at, and finds events by words', async () => {
    const { page } = editor;
    await editor.edit('board');
    await page.selectOption('#node-input-operation', 'create');
    await page.waitForSelector(row('name'));
    await page.selectOption('#node-input-operation', 'delete');
    await page.waitForSelector('#patchbay-notes:has-text("Not confirmed by vPlan\'s documentation")');
    await editor.shoot(`unconfirmed`);
    await page.selectOption('#node-input-operation', 'update');
    await page.waitForSelector(`${row('board_id')} .patchbay-title:has-text("${hosts.vplan.rows('board')[0]?.name}")`);
    await editor.closeDialog('#node-dialog-cancel');
    await editor.edit('trigger');
    await page.fill('#patchbay-event-search', 'label card');
    expect(await page.locator('#patchbay-events label:visible').allInnerTexts()).toEqual([
      expect.stringContaining('card.label.attached'),
      expect.stringContaining('card.label.detached'),
    ]);
    await page.locator('#patchbay-events label:visible').first().click();
    await editor.closeDialog();
    expect((await editor.nodeOf('trigger')).events).toEqual(['collection.created', 'card.label.attached']);
  });

  it('asks nobody outside and logs no error', () => {
    expect(editor.troubles).toEqual([]);
  });
});
