import { join } from 'node:path';
import { type Browser, type Page, screenshotFolder, startChromium } from '@patchbay/chromium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixed, type Hosts, onTab, sink, startHosts, vplanNode } from './hosts.ts';
import { type OpenEditor, openEditor } from './open-editor.ts';

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

/** Runs code with the editor's own API. */
const inEditor = <T>(page: Page, code: string): Promise<T> => page.evaluate(code) as Promise<T>;
const settle = (page: Page): Promise<unknown> =>
  page.waitForFunction('document.getAnimations().every((animation) => animation.playState !== "running")');
const edit = async (page: Page, id: string): Promise<void> => {
  await inEditor(page, `RED.editor.edit(RED.nodes.node(${JSON.stringify(id)}))`);
  await page.waitForSelector('#node-dialog-ok', { state: 'visible' });
  await settle(page);
};
const closeDialog = async (page: Page, button = '#node-dialog-ok'): Promise<void> => {
  await page.click(button);
  await page.waitForSelector(button, { state: 'detached' });
};
const shoot = async (page: Page, name: string): Promise<void> => {
  await settle(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
};
const nodeOf = (page: Page, id: string): Promise<Record<string, unknown>> =>
  inEditor(
    page,
    `(({ fields, resource, operation, valid, validationErrors, events, limit }) =>
    ({ fields, resource, operation, valid, validationErrors, events, limit }))(RED.nodes.node(${JSON.stringify(id)}))`,
  );
const row = (name: string): string => `.patchbay-row:has(#patchbay-field-${name})`;

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

describe.each(['light', 'dark'] as const)('the editor in %s', (theme) => {
  let editor: OpenEditor;
  beforeAll(async () => {
    await hosts.deploy(flow());
    editor = await openEditor(browser, hosts.nodeRed.url, theme);
  });
  afterAll(() => editor.page.close());

  it('shows the nodes with icon and label, and a red triangle only where something is really missing', async () => {
    const { page } = editor;
    expect((await nodeOf(page, 'node')).valid).toBe(true);
    expect((await nodeOf(page, 'cards')).valid).toBe(true);
    expect((await nodeOf(page, 'wrong')).validationErrors).toEqual([
      'Collection ID is missing',
      'Card ID is missing',
      'Start Date must be a day as YYYY-MM-DD, but is "tomorrow"',
    ]);
    await shoot(page, `${theme}-canvas`);
  });

  it.each(['node', 'cards', 'board', 'wrong', 'trigger'])(
    'opens the dialog of %s and changes nothing by closing it',
    async (id) => {
      const { page } = editor;
      const before = await nodeOf(page, id);
      await edit(page, id);
      if (id === 'trigger') await page.waitForSelector('#patchbay-callback:has-text("/patchbay/vplan/trigger/")');
      await shoot(page, `${theme}-${id}`);
      await closeDialog(page);
      expect(await nodeOf(page, id)).toEqual(before);
      expect(await inEditor(page, `RED.nodes.node(${JSON.stringify(id)}).changed`)).toBeFalsy();
    },
  );

  it('shows the help of every node', async () => {
    const { page } = editor;
    // The sidebar shows a few lines of it at a time; for the picture it may be as tall as it is.
    const innermost = '.red-ui-help:has(h3):not(:has(.red-ui-help))';
    const tall = await page.addStyleTag({
      content: `${innermost} { position: fixed; inset: 0 0 auto auto; z-index: 1000; width: 420px; height: auto !important;
        padding: 12px; overflow: visible; background: var(--red-ui-secondary-background); }`,
    });
    for (const type of ['vplan', 'vplan-account', 'vplan-trigger']) {
      await inEditor(page, `RED.sidebar.help.show(${JSON.stringify(type)})`);
      const help = page.locator(innermost);
      await help.locator('h3:has-text("References")').waitFor();
      await help.screenshot({ path: join(folder, `${theme}-help-${type}.png`) });
    }
    await tall.evaluate((style) => (style as unknown as { remove(): void }).remove());
  });

  it('takes a new account, tests it, and offers its boards before anything was deployed', async () => {
    const { page } = editor;
    const { key, environment } = hosts.vplan.credential;
    await edit(page, 'node');
    await page.click('#node-input-btn-account-add');
    await page.waitForSelector('#node-config-input-key', { state: 'visible' });
    expect(await page.inputValue('#node-config-input-baseUrl')).toBe('https://api.vplan.com/v1');
    await page.fill('#node-config-input-key', 'wrong-key-0123456');
    await page.fill('#node-config-input-environment', environment);
    await page.fill('#node-config-input-baseUrl', hosts.vplan.baseUrl);
    await page.click('#patchbay-test');
    await page.waitForSelector('#patchbay-test-result.patchbay-problem:has-text("Not Logged In")');
    await shoot(page, `${theme}-account-refused`);
    await page.fill('#node-config-input-key', key);
    await page.click('#patchbay-test');
    await page.waitForSelector('#patchbay-test-result.patchbay-success:has-text("accepts these credentials")');
    await shoot(page, `${theme}-account`);
    await closeDialog(page, '#node-config-dialog-ok');

    await page.click(`${row('board_id')} button[title="Choose Board"]`);
    await page.waitForSelector('.patchbay-pick li');
    await page.keyboard.type('frame');
    await page.waitForFunction('document.querySelectorAll(".patchbay-pick li").length === 1');
    await shoot(page, `${theme}-pick`);
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
    await shoot(page, `${theme}-filled`);
    await closeDialog(page);
    expect((await nodeOf(page, 'node')).fields).toEqual({
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
    hosts.nodeRed.send('node', {});
    const made = await hosts.nodeRed.waitFor('the collection', () => hosts.nodeRed.messagesAt('sink')[0]);
    expect(made.payload).toMatchObject({ name: 'Six oak frames' });
  });

  it('keeps a typed value when another operation is looked at, and finds events by words', async () => {
    const { page } = editor;
    await edit(page, 'board');
    await page.selectOption('#node-input-operation', 'create');
    await page.waitForSelector(row('name'));
    await page.selectOption('#node-input-operation', 'delete');
    await page.waitForSelector('#patchbay-notes:has-text("Not confirmed by vPlan\'s documentation")');
    await shoot(page, `${theme}-unconfirmed`);
    await page.selectOption('#node-input-operation', 'update');
    await page.waitForSelector(`${row('board_id')} .patchbay-title:has-text("${hosts.vplan.rows('board')[0]?.name}")`);
    await closeDialog(page, '#node-dialog-cancel');
    await edit(page, 'trigger');
    await page.fill('#patchbay-event-search', 'label card');
    expect(await page.locator('#patchbay-events label:visible').allInnerTexts()).toEqual([
      expect.stringContaining('card.label.attached'),
      expect.stringContaining('card.label.detached'),
    ]);
    await page.locator('#patchbay-events label:visible').first().click();
    await closeDialog(page);
    expect((await nodeOf(page, 'trigger')).events).toEqual(['collection.created', 'card.label.attached']);
  });

  it('asks nobody outside and logs no error', () => {
    expect(editor.troubles).toEqual([]);
  });
});
