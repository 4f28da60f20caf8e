import { type Browser, screenshotFolder, startChromium } from '@patchbay/chromium';
import { type Editor, openEditor, row, themes } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hosts, sink, startHosts, vplanNode } from './hosts.ts';

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

const flow = () => [
  vplanNode('node', { resource: 'collection', operation: 'list', x: 300, y: 100 }, [['sink']]),
  vplanNode('move', { resource: 'collection', operation: 'moveToBoard', fromPayload: 'required', x: 300, y: 160 }),
  vplanNode('field', { resource: 'collection', operation: 'setCustomField', fromPayload: 'required', x: 300, y: 220 }),
  { ...sink('sink'), x: 600, y: 240 },
];

interface Picked {
  readonly fields: Readonly<
    Record<string, { readonly value: string; readonly titles?: object; readonly title?: string }>
  >;
}

describe.each(themes)('choosing in %s', (theme) => {
  let editor: Editor;
  beforeAll(async () => {
    await hosts.deploy(flow());
    editor = await openEditor(browser, hosts.nodeRed.url, theme, folder);
  });
  afterAll(() => editor.page.close());

  const completions = '.red-ui-autoComplete-container:visible a';
  const choose = (field: string): string => `${row(field)} > .patchbay-value > button`;
  const choices = (field: string): string => `${row(field)} .patchbay-pick li`;
  const focused = (): Promise<string> =>
    editor.inEditor('document.activeElement.getAttribute("aria-label") ?? document.activeElement.id');

  it('marks a condition that cannot be right while it is typed, and says which', async () => {
    const { page } = editor;
    await editor.edit('node');
    await page.selectOption('#patchbay-add', 'filter');
    const condition = `${row('filter')} .patchbay-list-row`;
    await page.fill(`${condition} .patchbay-list-field`, 'name');
    await page.keyboard.press('Escape');
    await page.selectOption(`${condition} .patchbay-list-operator`, 'contains');
    await page.click(`${condition} .red-ui-typedInput-input`);
    await page.keyboard.type("O'Brien");
    const problem = `${row('filter')} .patchbay-problem`;
    await page.waitForSelector(`${problem}:has-text("Filter condition 1 on name must not have a '")`);
    expect(await page.isVisible(`${condition}.patchbay-wrong`)).toBe(true);
    expect(await page.isVisible(`${row('filter')}.patchbay-wrong`)).toBe(false);
    await editor.shoot('condition-quote');
    await page.fill(`${condition} .patchbay-list-field`, 'due_date');
    await page.keyboard.press('Escape');
    await page.selectOption(`${condition} .patchbay-list-operator`, 'lt');
    await page.fill(`${condition} .red-ui-typedInput-input`, 'soon');
    await page.keyboard.press('End');
    await page.waitForSelector(`${problem}:has-text("condition 1 on due_date must be a day")`);
    await page.fill(`${condition} .red-ui-typedInput-input`, '2026-12-18');
    await page.keyboard.press('End');
    await page.waitForFunction(`!document.querySelector('.patchbay-list-row.patchbay-wrong')`);
    await editor.closeDialog();
    expect((await editor.nodeOf('node')).valid).toBe(true);
  });

  it('offers fields and values as soon as an input is entered, and takes none for going on', async () => {
    const { page } = editor;
    await editor.edit('node');
    const condition = `${row('filter')} .patchbay-list-row`;
    await page.fill(`${condition} .patchbay-list-field`, '');
    await page.focus(`${condition} .patchbay-list-operator`);
    await page.keyboard.press('Shift+Tab');
    await page.waitForSelector(completions);
    await page.locator(completions).first().click({ trial: true });
    await editor.shoot('condition-fields');
    await page.keyboard.press('Tab');
    expect(await page.inputValue(`${condition} .patchbay-list-field`)).toBe('');
    expect(await focused()).toBe('Operator');
    await page.fill(`${condition} .patchbay-list-field`, 'status');
    await page.keyboard.press('Escape');
    await page.selectOption(`${condition} .patchbay-list-operator`, 'eq');
    await page.fill(`${condition} .red-ui-typedInput-input`, '');
    await page.click(`${condition} .red-ui-typedInput-input`);
    await page.waitForSelector(`${completions}:has-text("planned")`);
    await page.locator(completions).first().click({ trial: true });
    await editor.shoot('condition-values');
    await page.locator(completions).filter({ hasText: 'planned' }).first().click();
    await page.waitForFunction(`!document.querySelector('.patchbay-list-row.patchbay-wrong')`);
    await editor.closeDialog('#node-dialog-cancel');
  });

  it('finds the record that a condition speaks of', async () => {
    const { page } = editor;
    const board = hosts.vplan.rows('board')[0];
    await editor.edit('node');
    const condition = `${row('filter')} .patchbay-list-row`;
    await page.fill(`${condition} .patchbay-list-field`, 'board_id');
    await page.keyboard.press('Escape');
    await page.click(`${condition} button[title="Choose board"]`);
    await page.waitForSelector(`${condition} .patchbay-pick li`);
    await editor.shoot('condition-record');
    await page.click(`${condition} .patchbay-pick li:has-text("${board?.name}")`);
    await page.waitForSelector(`${condition} .patchbay-title:has-text("${board?.name}")`);
    await editor.closeDialog();
    const { fields } = (await editor.nodeOf('node')) as unknown as Picked;
    expect(JSON.parse(fields.filter?.value ?? '').conditions[0].value).toEqual({
      type: 'str',
      value: board?.id,
      title: board?.name,
    });
    await editor.edit('node');
    await page.waitForSelector(`${condition} .patchbay-title:has-text("${board?.name}")`);
    await page.click(`${row('filter')} button[title="Remove Filter"]`);
    await editor.closeDialog();
  });

  it('gives the focus back when a list is left, and says whether it is open', async () => {
    const { page } = editor;
    await editor.edit('move');
    for (const button of [choose('board_id'), '#patchbay-find']) {
      expect(await page.getAttribute(button, 'aria-expanded')).toBe('false');
      await page.focus(button);
      const before = await focused();
      await page.keyboard.press('Enter');
      expect(await page.getAttribute(button, 'aria-expanded')).toBe('true');
      await page.keyboard.press('Escape');
      expect(await page.getAttribute(button, 'aria-expanded')).toBe('false');
      expect(await focused()).toBe(before);
      expect(await page.isVisible('#node-dialog-ok')).toBe(true);
    }
    await editor.closeDialog('#node-dialog-cancel');
  });

  it('finds what belongs to the board of a collection, as soon as the collection is chosen', async () => {
    const { page } = editor;
    await editor.edit('field');
    await page.click(choose('name'));
    await page.waitForSelector(`${row('name')} .patchbay-problem:has-text("Set Collection ID or Board ID to a fixed")`);
    await editor.shoot('pick-needs');
    await page.click(choose('collection_id'));
    await page.click(`${choices('collection_id')} >> nth=0`);
    await page.click(`${choices('name')} >> nth=0`);
    await page.waitForSelector(`${row('name')} > .patchbay-title:not(:empty)`);
    await editor.shoot('pick-of-collection');
    await editor.closeDialog('#node-dialog-cancel');
  });

  it('says what tells records of one title apart', async () => {
    const { page } = editor;
    await editor.edit('move');
    await page.selectOption('#patchbay-add', 'stage_id');
    await page.click(choose('stage_id'));
    await page.waitForSelector(`${row('stage_id')} .patchbay-note:has-text("Some are called alike: set Board ID")`);
    await editor.shoot('pick-alike');
    await editor.closeDialog('#node-dialog-cancel');
  });

  it('refuses a search in words of the search', async () => {
    const { page } = editor;
    await editor.edit('move');
    await page.click(choose('board_id'));
    await page.waitForSelector(choices('board_id'));
    await page.keyboard.type("O'B");
    await page.waitForSelector('.patchbay-pick .patchbay-problem:has-text("its text must not have a \'")');
    await editor.shoot('pick-refused');
    await editor.closeDialog('#node-dialog-cancel');
  });

  it('shows titles of several records, takes each once, and lets go of those of another board', async () => {
    const { page } = editor;
    await editor.edit('move');
    const [first, second] = hosts.vplan.rows('board');
    const pick = async (field: string, title: unknown) => {
      await page.click(choose(field));
      await page.click(`${choices(field)}:has-text("${String(title)}") >> nth=0`);
    };
    await pick('board_id', first?.name);
    await page.selectOption('#patchbay-add', 'force_stages');
    const stages = hosts.vplan.rows('stage').filter(({ board_id }) => board_id === first?.id);
    const [one, other] = stages;
    for (const stage of [one, other, one]) await pick('force_stages', stage?.name);
    await page.waitForSelector(`${row('force_stages')} .patchbay-title:has-text("${one?.name}, ${other?.name}")`);
    await editor.shoot('several-titles');
    await editor.closeDialog();
    const saved = (await editor.nodeOf('move')) as unknown as Picked;
    expect(saved.fields.force_stages).toEqual({
      type: 'str',
      value: `${one?.id}, ${other?.id}`,
      titles: { [String(one?.id)]: one?.name, [String(other?.id)]: other?.name },
    });
    await editor.edit('move');
    await page.waitForSelector(`${row('force_stages')} .patchbay-title:has-text("${one?.name}, ${other?.name}")`);
    await pick('board_id', second?.name);
    await page.waitForSelector(`${row('force_stages')} .patchbay-hint:has-text("belonged to another Board ID")`);
    await editor.shoot('released');
    expect(await page.inputValue(`${row('force_stages')} .red-ui-typedInput-input`)).toBe('');
    await editor.closeDialog('#node-dialog-cancel');
  });

  it('asks nobody outside and logs no error', () => {
    expect(editor.troubles).toEqual([]);
  });
});
