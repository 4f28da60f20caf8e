import { type Browser, screenshotFolder, startChromium } from '@patchbay/chromium';
import { type Editor, openEditor, row, themes } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixed, type Hosts, sink, startHosts, vplanNode } from './hosts.ts';

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

const nodes = {
  node: { resource: 'board', operation: 'list' },
  custom: { resource: 'collection', operation: 'setCustomField' },
  order: { resource: 'order', operation: 'createOrUpdate', fromPayload: 'none', fields: { external_ref: fixed('X') } },
  gone: { resource: 'board', operation: 'paint', fields: { board_id: fixed('b'), shade: fixed('teal') } },
  move: { resource: 'collection', operation: 'moveToBoard' },
};

const flow = () => [
  ...Object.entries(nodes).map(([id, properties], index) =>
    vplanNode(id, { fromPayload: 'required', ...properties, x: 300, y: 100 + 60 * index }, [['sink']]),
  ),
  { ...sink('sink'), x: 600, y: 240 },
];

describe.each(themes)('a form in %s', (theme) => {
  let editor: Editor;
  beforeAll(async () => {
    await hosts.deploy(flow());
    editor = await openEditor(browser, hosts.nodeRed.url, theme, folder);
  });
  afterAll(() => editor.page.close());

  const isWrong = (name: string): Promise<boolean> => editor.page.isVisible(`${row(name)}.patchbay-wrong`);

  it('shows what JSON looks like, and saves none of it', async () => {
    const { page } = editor;
    await editor.edit('custom');
    expect(await isWrong('value')).toBe(false);
    await page.selectOption('#node-input-resource', 'order');
    await page.selectOption('#node-input-operation', 'create');
    await page.selectOption('#patchbay-add', 'address');
    await page.waitForSelector(`${row('address')} .patchbay-problem:has-text("has no value yet")`);
    expect(await page.getAttribute(`${row('address')} .red-ui-typedInput-input`, 'placeholder')).toContain('{"');
    await editor.shoot('form-json');
    await page.selectOption('#node-input-resource', 'collection');
    await page.selectOption('#node-input-operation', 'setCustomField');
    await editor.closeDialog();
    expect((await editor.nodeOf('custom')).fields).toEqual({});
  });

  it('takes nothing empty along to another operation, and nothing of another kind', async () => {
    const { page } = editor;
    await editor.edit('node');
    await page.selectOption('#node-input-operation', 'create');
    await page.selectOption('#node-input-operation', 'update');
    expect(await page.isVisible(row('name'))).toBe(false);
    await page.fill(`${row('board_id')} .red-ui-typedInput-input`, 'b1');
    await page.selectOption('#node-input-operation', 'create');
    await page.fill(`${row('name')} .red-ui-typedInput-input`, 'Doors');
    await page.selectOption('#node-input-operation', 'update');
    await editor.closeDialog();
    expect((await editor.nodeOf('node')).fields).toEqual({ board_id: fixed('b1'), name: fixed('Doors') });
  });

  it('needs nothing where something holds by itself, and says what', async () => {
    expect((await editor.nodeOf('order')).validationErrors ?? []).toEqual([]);
    const { page } = editor;
    await editor.edit('order');
    expect(await page.innerText(`${row('sub_type')} .patchbay-hint:not(:empty)`)).toContain('empty: none');
    await page.selectOption('#patchbay-add', 'code');
    await page.waitForSelector(`${row('code')} .patchbay-hint:has-text("Is sent empty")`);
    await editor.shoot('form-defaults');
    await editor.closeDialog('#node-dialog-cancel');
    await editor.edit('move');
    await page.selectOption('#patchbay-add', 'wait_seconds');
    expect(await page.innerText(`${row('wait_seconds')} .patchbay-hint:not(:empty)`)).toContain('30 unless given');
    await editor.closeDialog('#node-dialog-cancel');
  });

  it('keeps an operation that it does not know, with all its fields', async () => {
    const { page } = editor;
    const before = await editor.nodeOf('gone');
    await editor.edit('gone');
    await page.waitForSelector('#patchbay-notes .patchbay-warning:has-text("does not know the operation")');
    expect(await page.inputValue('#node-input-operation')).toBe('paint');
    await editor.shoot('form-unknown');
    await editor.closeDialog();
    expect(await editor.nodeOf('gone')).toEqual(before);
    expect(await editor.inEditor('RED.nodes.node("gone").changed')).toBeFalsy();
    await editor.edit('gone');
    await page.selectOption('#node-input-operation', 'get');
    await editor.closeDialog();
    expect(await editor.nodeOf('gone')).toMatchObject({ operation: 'get', fields: { board_id: fixed('b') } });
  });

  it('asks nobody outside and logs no error', () => {
    expect(editor.troubles).toEqual([]);
  });
});
