import {
  file,
  filter,
  integer,
  list,
  type OperationDefinition,
  object,
  ref,
  sort,
  text,
  type Vendor,
} from '@patchbay/core';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { made, resource, vendorOf } from '../../test/made-vendor.ts';
import { namesShownFor, shownFor } from '../../test/shown.ts';
import { listSearch } from '../lookup/list-search.ts';
import { nodeProperties } from './node-properties.ts';

const get: OperationDefinition = { ...made, route: 'GET /thing/{thing_id}', summary: 'Get a thing', returns: 'one' };
const listed: OperationDefinition = { ...made, route: 'GET /thing', summary: 'Get many things', returns: 'many' };
const create: OperationDefinition = { ...made, route: 'POST /thing', summary: 'Create a thing', returns: 'one' };

const vendorWith = (operations: Readonly<Record<string, OperationDefinition>>, more: Partial<Vendor> = {}): Vendor =>
  vendorOf([resource('thing', operations, { id: text('Identifier'), name: text('Name') })], more);

const namesIn = (vendor: Vendor, operation: string, of = 'thing'): string[] =>
  namesShownFor(nodeProperties(vendor), of, operation);

const menuOf = (vendor: Vendor, of = 'thing'): INodePropertyOptions[] => {
  const menus = nodeProperties(vendor).filter(({ name }) => name === 'operation');
  const menu = menus.find(({ displayOptions }) => displayOptions?.show?.resource?.includes(of));
  return menu?.options as INodePropertyOptions[];
};

test('resources with operations are offered by their labels, sorted, and behind them any other call of the API', () => {
  const vendor = vendorOf([
    resource('zebra', { get }),
    resource('empty', {}),
    resource('Ant', { get }),
    resource('bee', { get }),
  ]);
  const menu = nodeProperties(vendor).find(({ name }) => name === 'resource');
  expect(menu?.options?.map(({ name }) => name)).toEqual(['Ant', 'Bee', 'Zebra', 'Custom API Call']);
});

test('a custom call has method and path at once, and the rest as options', () => {
  expect(namesIn(vendorWith({ get }), 'send', 'customCall')).toEqual([
    'resource',
    'operation',
    'method',
    'path',
    'options.all_pages',
    'options.body',
    'options.query',
    'options.rows_path',
  ]);
});

test('an operation of a vendor that is called as the custom one is not mistaken for it', () => {
  const send: OperationDefinition = { ...create, route: 'POST /thing/{thing_id}/send', summary: 'Send a thing' };
  expect(namesIn(vendorWith({ send }), 'send')).toEqual(['resource', 'operation', 'thing_id']);
});

test('a list is Get Many, another list says what sets it apart', () => {
  const listAll: OperationDefinition = { ...listed, summary: 'Get many things of all boxes' };
  const listOwn: OperationDefinition = { ...listed, summary: 'Get many personal things' };
  expect(menuOf(vendorWith({ create, list: listed, listAll, listOwn }))).toEqual([
    { name: 'Create', value: 'create', action: 'Create a thing' },
    { name: 'Get Many', value: 'getAll', action: 'Get many things' },
    { name: 'Get Many of All Boxes', value: 'listAll', action: 'Get many things of all boxes' },
    { name: 'Get Many Personal', value: 'listOwn', action: 'Get many personal things' },
  ]);
});

test('what is uncertain, superseded or another way to the same end says so, and the other way comes last', () => {
  const vendor = vendorWith(
    {
      list: listed,
      add: { ...create, otherWayOf: 'thing.create', summary: 'Add a thing' },
      guess: { ...get, evidence: 'inferred', summary: 'Guess a thing' },
      old: { ...get, deprecated: 'use get', summary: 'Read a thing' },
      told: { ...get, deprecated: 'use get', description: 'Slow', summary: 'Tell a thing' },
    },
    { label: 'Acme' },
  );
  expect(menuOf(vendor).map(({ description, action }) => description ?? action)).toEqual([
    'Get many things',
    "Not confirmed by Acme's documentation",
    'Superseded',
    'Slow (superseded)',
    'Other way',
  ]);
});

test('an operation made of others stands beside them and says how many requests it may make', () => {
  const upsert = {
    ...made,
    summary: 'Create or update a thing by code',
    find: 'list',
    create: 'create',
    by: ['code'],
    input: { code: '{code}' },
  };
  const thing = resource(
    'thing',
    { list: listed, create: { ...create, body: { required: ['code'], optional: ['note'] } }, upsert: upsert as never },
    { code: text('Code'), note: text('Note') },
  );
  const vendor = vendorOf([thing]);
  expect(menuOf(vendor).find(({ value }) => value === 'upsert')?.description).toMatch(/^Up to \d requests$/);
  expect(namesIn(vendor, 'upsert')).toEqual(['resource', 'operation', 'code', 'fields.note']);
});

test('lists have Return All and Limit, records of more than ten fields Simplify, files a field to go to', () => {
  const names = 'abcdefghijk'.split('');
  const wide = resource('wide', { get, list: listed }, Object.fromEntries(names.map((name) => [name, text(name)])));
  const download: OperationDefinition = { ...get, returns: 'file', file: { url: 'url' } };
  const vendor = vendorOf([wide, resource('thing', { list: listed, download })]);
  expect(namesIn(vendor, 'getAll', 'wide')).toEqual([
    'resource',
    'operation',
    'returnAll',
    'limit',
    'simplify',
    'options.offset',
  ]);
  expect(namesIn(vendor, 'get', 'wide')).toEqual(['resource', 'operation', 'thing_id', 'simplify']);
  expect(namesIn(vendor, 'getAll')).toEqual(['resource', 'operation', 'returnAll', 'limit', 'options.offset']);
  expect(namesIn(vendor, 'download')).toEqual(['resource', 'operation', 'thing_id', 'outputField']);
});

test('rows can be passed over where the vendor counts them, not where it numbers pages or sends all at once', () => {
  const whole: OperationDefinition = { ...listed, pagination: false };
  expect(namesIn(vendorWith({ list: whole }), 'getAll')).not.toContain('options.offset');
  const numbered = { style: 'page', page: 'page', size: 'size', rows: 'data', maxPageSize: 100 } as const;
  expect(namesIn(vendorWith({ list: listed }, { pagination: numbered }), 'getAll')).not.toContain('options.offset');
});

test('secrets can be kept only where an answer has some, however deep', () => {
  const vendor = vendorOf([
    resource('thing', { get }, { token: text('Token', { secret: true }) }),
    resource('plain', { get }, { token: text('Token') }),
    resource('deep', { get }, { keys: list(object({ key: text('Key', { secret: true }) }, 'A key'), 'Keys') }),
  ]);
  expect(namesIn(vendor, 'get')).toContain('options.keepSecretFields');
  expect(namesIn(vendor, 'get', 'deep')).toContain('options.keepSecretFields');
  expect(namesIn(vendor, 'get', 'plain')).not.toContain('options.keepSecretFields');
});

test('what others are chosen by stands in front of them, and is not required', () => {
  const vendor = vendorOf([
    resource('box', { list: { ...listed, route: 'GET /box' } }),
    resource('thing', { get: { ...get, choosing: { box_id: ref('box', 'Of this box') } } }),
  ]);
  const [, , box, thing] = shownFor(nodeProperties(vendor), 'thing', 'get');
  expect(box).toMatchObject({ displayName: 'Box', name: 'box_id', type: 'resourceLocator' });
  expect(box).not.toHaveProperty('required');
  expect(thing).toMatchObject({ name: 'thing_id', required: true });
});

test('a value that can be found stands for itself without being required, and what it is found by beside it', () => {
  const person_id = text('Person', {
    required: true,
    otherwise: {
      instead: { name: 'person_email', field: text('Mail address') },
      operation: 'person.find',
      input: { email: '{person_email}' },
      take: 'id',
    },
  });
  expect(namesIn(vendorWith({ create: { ...create, body: { fields: { person_id } } } }), 'create')).toEqual([
    'resource',
    'operation',
    'person_id',
    'person_email',
  ]);
});

test('waiting for what appears in the background is an option', () => {
  const plan: OperationDefinition = {
    ...create,
    body: { fields: { day: text('Day') } },
    background: { what: 'parts', list: 'thing.list', input: {}, ceiling: 30 },
  };
  expect(namesIn(vendorWith({ plan, list: listed }), 'plan')).toEqual([
    'resource',
    'operation',
    'fields.day',
    'options.wait_for_parts',
    'options.wait_seconds',
  ]);
});

test('partners have a node of their own operations', () => {
  const vendor = vendorWith({ get, close: { ...create, tier: 2, summary: 'Close a thing' } });
  const actions = (tier: 1 | 2) =>
    nodeProperties(vendor, { tier })
      .filter(({ name }) => name === 'operation')
      .flatMap(({ options }) => (options as INodePropertyOptions[]).map(({ action }) => action));
  expect(actions(1)).toEqual(['Get a thing', 'Send a request']);
  expect(actions(2)).toEqual(['Close a thing', 'Send a request']);
});

test('a list that only partners may ask is no pick list for everyone', () => {
  const vendor = vendorOf([
    resource('box', { list: { ...listed, route: 'GET /box', tier: 2 } }),
    resource('thing', {
      get: { ...get, route: 'GET /box/{box_id}/thing' },
      close: { ...get, route: 'POST /box/{box_id}/close', tier: 2 },
    }),
  ]);
  const box = (tier: 1 | 2) => nodeProperties(vendor, { tier }).find(({ name }) => name === 'box_id');
  expect(box(1)?.type).toBe('string');
  expect(box(2)?.type).toBe('resourceLocator');
});

test('an operation more in a definition appears with its inputs, and makes a pick list of references to it', () => {
  const holder = resource(
    'holder',
    { create: { ...create, body: { optional: ['thing_id'] } } },
    {
      thing_id: ref('thing', 'The thing'),
    },
  );
  const before = vendorOf([holder, resource('thing', { get })]);
  const after = vendorOf([holder, resource('thing', { get, list: listed })]);
  const widget = (vendor: Vendor) =>
    (nodeProperties(vendor).find(({ name }) => name === 'fields')?.options?.[0] as INodeProperties | undefined)?.type;
  expect(namesIn(before, 'getAll')).toEqual(['resource', 'operation']);
  expect(namesIn(after, 'getAll')).toEqual(['resource', 'operation', 'returnAll', 'limit', 'options.offset']);
  expect([widget(before), widget(after)]).toEqual(['string', 'resourceLocator']);
  expect(Object.keys(listSearch(after))).toEqual(['searchThing']);
});

test('an input with a name that the form itself uses gets another one, wherever it stands', () => {
  const vendor = vendorWith({
    create: {
      ...create,
      body: { fields: { limit: text('Most', { required: true }), options: text('Which') } },
      query: { fields: text('Shown') },
    },
  });
  expect(namesIn(vendor, 'create')).toEqual([
    'resource',
    'operation',
    'limit_value',
    'fields.options_value',
    'options.fields_value',
  ]);
});

test('equal properties of several operations are written once', () => {
  const query = { page_of: text('Where to begin'), filter: filter('Conditions'), sort: sort('Order') };
  const body = { fields: { count: integer('How many'), scan: file('The scan') } };
  const vendor = vendorOf(
    ['box', 'cup', 'jar'].map((name) =>
      resource(name, { list: { ...listed, query }, create: { ...create, body }, move: { ...create, body } }),
    ),
  );
  const text_ = JSON.stringify(nodeProperties(vendor));
  for (const name of ['page_of', 'filter_match', 'sort', 'count', 'scan'])
    expect(text_.split(`"name":"${name}"`), name).toHaveLength(2);
});
