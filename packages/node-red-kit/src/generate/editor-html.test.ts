import { runInThisContext } from 'node:vm';
import { nifty, type Vendor, vcita, vplan } from '@patchbay/core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActionNode } from '../editor/action-node-view.ts';
import type { createForms } from '../editor/forms.ts';
import { acme } from '../fixtures/acme.ts';
import { editorHtml } from './editor-html.ts';

const look = { color: '#3FADB5', actionIcon: 'a.svg', triggerIcon: 't.svg' };

interface Definition {
  readonly category: string;
  readonly defaults: Readonly<Record<string, { readonly value: unknown }>>;
  readonly credentials?: object;
  label(this: object): string;
}

let html: string;
let scripts: string[];
let forms: ReturnType<typeof createForms>;
const definitions = new Map<string, Definition>();

beforeAll(async () => {
  html = await editorHtml(vplan, look);
  scripts = [...html.matchAll(/<script type="text\/javascript">([\s\S]*?)<\/script>/g)].map(
    ([, code]) => code as string,
  );
  const registerType = (type: string, definition: Definition) => definitions.set(type, definition);
  Object.assign(globalThis, { RED: { nodes: { registerType } } });
  for (const code of scripts) runInThisContext(code);
  forms = (globalThis as unknown as Record<string, typeof forms>).patchbayVplan as typeof forms;
});

describe('the html of a package', () => {
  it('registers the three types by name, with an object that can be read without running it', () => {
    expect([...definitions.keys()]).toEqual(['vplan', 'vplan-account', 'vplan-trigger']);
    for (const type of definitions.keys()) expect(scripts.join()).toContain(`RED.nodes.registerType("${type}", {`);
    for (const code of scripts.slice(1)) expect(code).not.toMatch(/\b(icon|color|inputs|outputs|category): [^"\d]/);
  });

  it('needs no other file, and no script of it ends early', () => {
    expect(html).not.toMatch(/<script[^>]* src=|<link|@import/);
    expect(html.match(/<script/g)).toHaveLength(html.match(/<\/script>/g)?.length ?? 0);
    expect(scripts).toHaveLength(4);
  });

  it('uses colours of the theme only', () => {
    expect(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1]).not.toMatch(/#[\da-f]{3,8}\b(?=[^{]*;)|rgb|hsl/i);
  });

  it('keeps names that the editor has for itself out of the defaults', () => {
    const reserved = ['inputs', 'outputs', 'changed', 'dirty', 'id', 'type', 'users', 'valid', 'wires', 'icon', 'info'];
    for (const { defaults } of definitions.values())
      for (const name of Object.keys(defaults)) expect(reserved.includes(name) || name.length === 1).toBe(false);
  });

  it('makes secrets passwords, and the production address the default', () => {
    expect(definitions.get('vplan-account')).toMatchObject({
      category: 'config',
      credentials: {
        key: { type: 'password' },
        environment: { type: 'text' },
        client_secret: { type: 'password' },
        connectionKey: { type: 'password' },
      },
      defaults: { baseUrl: { value: 'https://api.vplan.com/v1' } },
    });
  });

  it('has a dialog and help for every type', () => {
    for (const type of definitions.keys()) {
      expect(html).toContain(`data-template-name="${type}"`);
      expect(html).toContain(`data-help-name="${type}"`);
    }
  });

  it('labels a node without a name by what it does', () => {
    const label = (type: string, node: object) => definitions.get(type)?.label.call(node);
    expect(label('vplan', { resource: 'collection', operation: 'moveToBoard' })).toBe('Collection: Move to Board');
    expect(label('vplan', { name: 'Mine', resource: 'board', operation: 'list' })).toBe('Mine');
    expect(label('vplan-trigger', { events: ['card.created'] })).toBe('card.created');
    expect(label('vplan-trigger', { events: ['card.created', 'card.updated'] })).toBe('vPlan: 2 events');
    expect(label('vplan-account', {})).toBe('vPlan account');
  });

  it('checks a node as the runtime would, with one reason for each field', () => {
    const node = { resource: 'card', operation: 'get', fromPayload: 'none', fields: {} } as unknown as ActionNode;
    expect(forms.actions[0]?.check(node, {})).toEqual(['Collection ID is missing', 'Card ID is missing']);
    expect(forms.actions[0]?.check({ ...node, operation: 'fly' }, {})).toEqual(['vPlan has no operation card.fly']);
    const fields = { collection_id: { type: 'msg', value: 'payload.id' }, card_id: { type: 'str', value: 'c' } };
    expect(forms.actions[0]?.check(node, fields)).toBe(true);
  });
});

describe('the dialog of an account', () => {
  const dialogOf = async (vendor: Vendor) =>
    /data-template-name="acme-account">([\s\S]*?)<\/script>/.exec(await editorHtml(vendor, look))?.[1] ?? '';

  it('offers choices as a list, flags as a box, and what is taken when a text is empty', async () => {
    const dialog = await dialogOf({ ...acme, auth: { a: vplan.auth.oauth, b: vcita.auth.oauth, c: nifty.auth.oauth } });
    expect(dialog).toMatch(
      /<select id="node-config-input-token_url"><option value="">https:[^<]*<\/option><option value="h/,
    );
    expect(dialog).toMatch(/type="hidden" id="node-config-input-pkce">.*type="checkbox" id="patchbay-flag-pkce"/);
    expect(dialog).toMatch(/id="node-config-input-scope" placeholder="file,/);
  });

  it('has what connects it only where somebody has to allow it in a browser', async () => {
    expect(await dialogOf(acme)).toContain('id="patchbay-connect-start"');
    const without = { ...acme, auth: { token: vcita.auth.token, service: vcita.auth.service } };
    expect(await dialogOf(without)).not.toContain('patchbay-connect');
  });
});

describe('an editor with a node for partners', () => {
  it('registers a fourth type, with a dialog and help of its own', async () => {
    const made = await editorHtml(acme, look, { partner: true });
    expect(made).toContain('RED.nodes.registerType("acme-partner", {');
    expect(made).toContain('paletteLabel: "Acme partner"');
    expect(made).toContain('data-template-name="acme-partner"');
    const help = /data-help-name="acme-partner">([\s\S]*?)<\/script>/.exec(made)?.[1];
    expect(help).toContain('Audit a project');
    expect(help).not.toContain('Rename a project');
  });
});

describe('the help', () => {
  it('says what is not certain, what is better, and how many requests an operation makes', async () => {
    const made = (await editorHtml(acme, look)).replaceAll('&#58;', ':');
    expect(made).toContain("Close a project (not confirmed by Acme's documentation)");
    expect(made).toContain('Rename a project (the usual way is Project: Update)');
    expect(made).toContain('Drop a project (deprecated: use close instead)');
    expect(made).toMatch(/Create or update a project \(\d requests at most; `outcome`/);
  });

  it('explains files and conditions only where there are any', async () => {
    const made = await editorHtml(acme, look);
    for (const words of ['**Files** are given as', '**Files that are received**', '**Conditions and orders**'])
      expect(made).toContain(words);
    const { me, task } = acme.resources;
    const without = await editorHtml({ ...acme, lookups: {}, resources: { me, task } }, look);
    for (const words of ['**Files** are given as', '**Files that are received**', '**Conditions and orders**'])
      expect(without).not.toContain(words);
  });

  it('cannot end its script, whatever a definition says', async () => {
    const made = await editorHtml(acme, look);
    expect(made.match(/<script/g)).toHaveLength(made.match(/<\/script>/g)?.length ?? 0);
  });
});
