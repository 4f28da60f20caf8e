import { runInThisContext } from 'node:vm';
import { defineResource, defineVendor, id, ref, text, vplan } from '@patchbay/core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActionNode } from '../editor/action-node-view.ts';
import type { createForms } from '../editor/forms.ts';
import { editorHtml } from './editor-html.ts';
import { editorModelOf } from './model.ts';

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
      credentials: { key: { type: 'password', required: true }, environment: { type: 'text', required: true } },
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
    expect(forms.action.check(node, {})).toEqual(['Collection ID is missing', 'Card ID is missing']);
    expect(forms.action.check({ ...node, operation: 'fly' }, {})).toEqual(['vPlan has no operation card.fly']);
    const fields = { collection_id: { type: 'msg', value: 'payload.id' }, card_id: { type: 'str', value: 'c' } };
    expect(forms.action.check(node, fields)).toBe(true);
  });
});

describe('the model of the forms', () => {
  const acme = defineVendor({
    ...vplan,
    name: 'acme',
    label: 'Acme',
    resources: {
      stage: defineResource({
        name: 'stage',
        label: 'Stage',
        description: 'A column',
        fields: { id: id('Identifier', { readOnly: true }), name: text('Name </script>') },
        operations: {
          list: { route: 'GET /stage', summary: 'Get many stages', returns: 'many', evidence: 'inferred', source: '' },
          get: {
            route: 'GET /stage/{stage_id}',
            summary: 'Get a stage',
            returns: 'one',
            evidence: 'partly',
            source: '',
          },
        },
      }),
      card: defineResource({
        name: 'card',
        label: 'Card',
        description: 'A card',
        fields: { name: text('Name'), stage_id: ref('stage', 'Stage of the card') },
        operations: {
          create: {
            route: 'POST /card',
            summary: 'Create a card',
            body: { required: ['name'], optional: ['stage_id'] },
            returns: 'one',
            evidence: 'documented',
            source: '',
          },
        },
      }),
      order: defineResource({ name: 'order', label: 'Order', description: 'No operation', fields: {}, operations: {} }),
    },
  });

  it('offers every operation of the definition and hides resources without one', () => {
    const { resources, lookups, fields } = editorModelOf(acme);
    expect(resources.map(({ name, operations }) => [name, operations.map((one) => one.name)])).toEqual([
      ['stage', ['list', 'get']],
      ['card', ['create']],
    ]);
    expect(resources[0]?.operations[0]).toMatchObject({
      doubt: "not confirmed by Acme's documentation",
      many: true,
    });
    expect(lookups).toEqual({ stage: [] });
    expect(fields.filter(({ name }) => name === 'stage_id').map(({ to }) => to)).toEqual(['stage', 'stage']);
  });

  it('holds a field once, however many operations take it', () => {
    const { fields, resources } = editorModelOf(vplan);
    expect(new Set(fields.map((field) => JSON.stringify(field))).size).toBe(fields.length);
    const uses = resources.flatMap(({ operations }) => operations.flatMap((one) => [...one.required, ...one.optional]));
    expect(uses.length).toBeGreaterThan(fields.length * 2);
  });

  it('cannot be ended by a text of the definition', async () => {
    const made = await editorHtml(acme, look);
    expect(made.match(/<script/g)).toHaveLength(made.match(/<\/script>/g)?.length ?? 0);
  });
});
