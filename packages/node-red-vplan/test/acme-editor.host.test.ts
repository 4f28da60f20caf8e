import { type Browser, screenshotFolder, startChromium } from '@patchbay/chromium';
import { type Editor, openEditor, row, themes } from '@patchbay/node-red-suite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AcmeHosts, acmeNode, startAcmeHosts } from './acme-hosts.ts';
import { fixed, onTab, sink } from './hosts.ts';

const folder = screenshotFolder();
let hosts: AcmeHosts;
let browser: Browser;
beforeAll(async () => {
  hosts = await startAcmeHosts();
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await hosts.close();
});

const where = {
  type: 'conditions',
  value: JSON.stringify({
    match: 'any',
    conditions: [
      { field: 'due', operator: 'lt', value: { type: 'msg', value: 'day' } },
      { field: 'name', operator: 'contains', not: true, value: { type: 'str', value: 'draft' } },
    ],
  }),
};
const value = (type: string, its: string) => ({ type, value: its });
const grouped = {
  type: 'conditions',
  value: JSON.stringify({
    match: 'any',
    conditions: [
      { field: 'name', operator: 'contains', value: value('str', 'oak') },
      {
        match: 'all',
        not: true,
        conditions: [
          { field: 'size', operator: 'gte', value: value('flow', 'least') },
          { match: 'any', conditions: [{ field: 'open', operator: 'eq', value: value('bool', 'true') }] },
        ],
      },
    ],
  }),
};
const order = { type: 'order', value: JSON.stringify([{ field: 'due', direction: 'desc' }]) };

const nodes = () => [
  acmeNode('node', { resource: 'project', operation: 'list', x: 300 }, [['sink']]),
  acmeNode('list', { fields: { filter: where, sort: order }, x: 300, y: 160 }, [['sink']]),
  acmeNode('groups', { fields: { filter: grouped }, x: 300, y: 100 }, [['sink']]),
  acmeNode('file', {
    resource: 'paper',
    operation: 'upload',
    fields: { content: { type: 'msg', value: 'payload' } },
    x: 300,
    y: 220,
  }),
  acmeNode('save', {
    resource: 'paper',
    operation: 'download',
    fields: { paper_id: fixed('x') },
    saveTo: fixed('/tmp/'),
    x: 300,
    y: 280,
  }),
  acmeNode('create', {
    resource: 'project',
    operation: 'create',
    fields: { name: fixed('A'), lines: { type: 'json', value: '[]' } },
    x: 300,
    y: 340,
  }),
  acmeNode('task', {
    resource: 'task',
    operation: 'create',
    fields: { name: fixed('A'), by_name: fixed('x') },
    x: 300,
    y: 400,
  }),
  acmeNode('ensure', { resource: 'project', operation: 'ensure', fields: { name: fixed('A') }, x: 300, y: 460 }),
  {
    ...acmeNode('partner', { operation: 'audit', fields: { project_id: fixed('p1') }, x: 300, y: 520 }),
    type: 'acme-partner',
  },
  acmeNode('custom', {
    resource: 'customCall',
    operation: 'send',
    fields: { method: fixed('GET'), path: fixed('/project') },
    x: 300,
    y: 580,
  }),
  onTab('trigger', 'acme-trigger', {
    name: '',
    account: 'account',
    events: ['card.updated', 'made.up'],
    needs: { project_id: fixed('p3') },
    callbackBase: '',
    raw: false,
    version: 1,
    x: 300,
    y: 640,
  }),
  { ...sink('sink'), x: 560, y: 260 },
];
const ids = ['list', 'groups', 'file', 'save', 'create', 'task', 'ensure', 'partner', 'custom', 'trigger'];

describe.each(themes)('the editor in %s', (theme) => {
  let editor: Editor;
  beforeAll(async () => {
    await hosts.deploy(nodes());
    editor = await openEditor(browser, hosts.nodeRed.url, theme, folder);
  });
  afterAll(() => editor.page.close());

  it.each(ids)('opens the dialog of %s and changes nothing by closing it', async (id) => {
    const before = await editor.nodeOf(id);
    expect(before.validationErrors ?? []).toEqual([]);
    await editor.edit(id);
    await editor.shoot(`acme-${id}`);
    await editor.closeDialog();
    expect(await editor.nodeOf(id)).toEqual(before);
    expect(await editor.inEditor(`RED.nodes.node(${JSON.stringify(id)}).changed`)).toBeFalsy();
  });

  it('finds an operation of any resource by words, with the keyboard alone', async () => {
    const { page } = editor;
    await editor.edit('node');
    await page.focus('#patchbay-find');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#patchbay-finder li');
    await page.keyboard.type('tags many');
    await page.waitForFunction('document.querySelectorAll("#patchbay-finder li").length === 1');
    await editor.shoot(`acme-find`);
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.getElementById("node-input-operation").value === "list"');
    expect(await page.inputValue('#node-input-resource')).toBe('tag');
    await editor.closeDialog('#node-dialog-cancel');
  });

  it('marks other ways, what is not confirmed and what is deprecated, below the usual operations', async () => {
    const { page } = editor;
    await editor.edit('node');
    const groups = await page
      .locator('#node-input-operation > *')
      .evaluateAll((all) => all.map((one) => (one as unknown as { label: string; text?: string }).label));
    expect(groups.slice(-3)).toEqual(['Other ways', 'Not confirmed by the documentation', 'Deprecated']);
    await page.selectOption('#node-input-operation', 'rename');
    await page.waitForSelector('#patchbay-notes:has-text("The usual way is Project: Update")');
    await editor.shoot(`acme-other-way`);
    await editor.closeDialog('#node-dialog-cancel');
  });

  it('puts conditions and an order together', async () => {
    const { page } = editor;
    await editor.edit('node');
    await page.selectOption('#patchbay-add', 'filter');
    await page.fill(`${row('filter')} .patchbay-list-field`, 'due');
    await page.keyboard.press('Escape');
    await page.selectOption(`${row('filter')} .patchbay-list-operator`, 'not lt');
    await page.fill(`${row('filter')} .patchbay-list-row .red-ui-typedInput-input`, '2026-12-18');
    await page.click(`${row('filter')} .red-ui-editableList-addButton`);
    await page.waitForSelector(`${row('filter')} .patchbay-problem:has-text("without a field")`);
    await page.fill(`${row('filter')} .patchbay-list-row >> nth=1 >> .patchbay-list-field`, 'na');
    await page.keyboard.press('ArrowDown');
    await editor.shoot(`acme-conditions`);
    await page.fill(`${row('filter')} .patchbay-list-row >> nth=1 >> .patchbay-list-field`, 'name');
    await page.keyboard.press('Escape');
    await page.fill(`${row('filter')} .patchbay-list-row >> nth=1 >> .red-ui-typedInput-input`, 'frame');
    await page.selectOption('#patchbay-add', 'sort');
    await page.fill(`${row('sort')} .patchbay-list-field`, 'size');
    await page.keyboard.press('Escape');
    await page.selectOption(`${row('sort')} .patchbay-list-operator`, 'desc');
    await editor.closeDialog();
    const { fields, valid } = await editor.nodeOf('node');
    expect(valid).toBe(true);
    const saved = fields as Record<string, { type: string; value: string }>;
    expect(saved.filter?.type).toBe('conditions');
    expect(JSON.parse(saved.filter?.value ?? '')).toEqual({
      match: 'all',
      conditions: [
        { field: 'due', operator: 'lt', not: true, value: { type: 'str', value: '2026-12-18' } },
        { field: 'name', operator: 'eq', value: { type: 'str', value: 'frame' } },
      ],
    });
    expect(saved.sort).toEqual({ type: 'order', value: '[{"field":"size","direction":"desc"}]' });
  });

  it('puts groups of conditions together with the keyboard alone, and keeps what is nested deeper', async () => {
    const { page } = editor;
    await editor.edit('groups');
    expect(await page.innerText(`${row('filter')} .red-ui-typedInput-value-label`)).toBe(
      'name contains oak or not (size gte flow.least and (open eq true))',
    );
    await page.focus(`${row('filter')} .red-ui-editableList-addButton:has-text("group") >> nth=-1`);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${row('filter')} .patchbay-problem:has-text("without a field")`);
    const added = `${row('filter')} .patchbay-group >> nth=1`;
    await page.focus(`${added} >> select >> nth=0`);
    await page.keyboard.press('n');
    await page.keyboard.press('Tab');
    await page.keyboard.type('due');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.keyboard.type('is less');
    await editor.shoot(`acme-groups-made`);
    await page.focus(`${added} >> .red-ui-typedInput-input`);
    await page.keyboard.type('2026-12-18');
    await page.focus(`${added} >> .red-ui-editableList-addButton`);
    await page.keyboard.press('Enter');
    await page.focus(`${added} >> a[aria-label="Remove from group of conditions"] >> nth=1`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      'document.querySelectorAll(".patchbay-group").item(1).querySelectorAll(".patchbay-list-row").length === 1',
    );
    await editor.closeDialog();
    const { fields, valid } = await editor.nodeOf('groups');
    expect(valid).toBe(true);
    const { filter } = fields as { filter: { type: string; value: string } };
    const before = JSON.parse(grouped.value) as { conditions: object[] };
    expect(JSON.parse(filter.value)).toEqual({
      ...before,
      conditions: [
        ...before.conditions,
        { match: 'all', not: true, conditions: [{ field: 'due', operator: 'lt', value: value('str', '2026-12-18') }] },
      ],
    });
  });

  it('narrows a list by what the form holds, and asks for it first', async () => {
    const { page } = editor;
    await editor.edit('task');
    await page.selectOption('#patchbay-add', 'tag_id');
    await page.click(`${row('tag_id')} button[title="Choose Tag"]`);
    const note = `${row('tag_id')} .patchbay-note.patchbay-problem`;
    await page.waitForSelector(`${note}:has-text("Set Project ID to a fixed value first")`);
    await editor.shoot('acme-pick-needs');
    await page.click(`${row('project_id')} button[title="Choose Project"]`);
    await page.waitForSelector(`${row('project_id')} .patchbay-pick li:has-text("Show more")`);
    await editor.shoot(`acme-pick`);
    await page.click(`${row('project_id')} .patchbay-pick li:has-text("Show more")`);
    await page.click(`${row('project_id')} .patchbay-pick li:has-text("Project 77")`);
    // The list that waited for it is filled by itself.
    await page.click(`${row('tag_id')} .patchbay-pick li:has-text("green of p77")`);
    await editor.closeDialog();
    expect((await editor.nodeOf('task')).fields).toMatchObject({
      project_id: { type: 'str', value: 'p77', title: 'Project 77' },
      tag_id: { type: 'str', value: 'p77-green', title: expect.stringContaining('green') },
    });
  });

  it('takes away what was picked from the list of another record', async () => {
    const { page } = editor;
    await editor.edit('task');
    await page.fill(`${row('project_id')} .red-ui-typedInput-input`, 'p12');
    await page.keyboard.press('End');
    await page.waitForSelector(
      `${row('tag_id')} .patchbay-hint:has-text("green of p77 belonged to another Project ID")`,
    );
    await editor.shoot('acme-released');
    await editor.closeDialog();
    const fields = (await editor.nodeOf('task')).fields as Record<string, object>;
    expect(fields.project_id).toEqual({ type: 'str', value: 'p12' });
    expect(fields.tag_id).toEqual({ type: 'str', value: '' });
  });

  it('adds an event that is not in the list', async () => {
    const { page } = editor;
    await editor.edit('trigger');
    await page.fill('#patchbay-event-other', 'beta.event');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#patchbay-events label:has-text("beta.event")');
    await editor.closeDialog();
    expect((await editor.nodeOf('trigger')).events).toEqual(['card.updated', 'made.up', 'beta.event']);
  });

  it('asks nobody outside and logs no error', () => {
    expect(editor.troubles).toEqual([]);
  });
});
