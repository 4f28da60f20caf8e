import { choices, json, list, text } from '@patchbay/core';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { made, resource, vendorOf } from '../../test/made-vendor.ts';
import { loadOptions } from './load-options.ts';

const events = Array.from({ length: 21 }, (_, number) => `thing.event${number}`);
const relations = (suggestions: readonly string[]) => ({
  embed: list(text('A relation'), 'Records to embed', { suggestions }),
});
const thing = resource(
  'thing',
  {
    list: {
      ...made,
      route: 'GET /thing',
      summary: 'Get many things',
      query: relations(['parts', 'owner']),
      returns: 'many',
    },
    get: {
      ...made,
      route: 'GET /thing/{thing_id}',
      summary: 'Get a thing',
      query: relations(['history']),
      returns: 'one',
    },
  },
  { zone: text('Where it is'), name: text('Name'), parts: json('Parts'), key: text('Key', { secret: true }) },
);
const webhook = resource(
  'webhook',
  { create: { ...made, route: 'POST /webhook', summary: 'Subscribe', body: { required: ['on'] }, returns: 'one' } },
  { on: choices(events, 'Events to deliver') },
);
const vendor = vendorOf([thing, webhook], {
  events: [{ name: 'thing.event3', description: 'A thing was moved', resource: 'thing', shape: 'any', ...made }],
  webhooks: { ...vendorOf([]).webhooks, fields: { id: 'id', url: 'url', events: 'on' } },
});
const menus = loadOptions(vendor);
const offered = (method: keyof typeof menus, parameters: object) =>
  menus[method]?.call({ getCurrentNodeParameters: () => parameters } as unknown as ILoadOptionsFunctions);

test('the fields of the chosen resource are offered, sorted, without what cannot be compared', async () => {
  expect(await offered('filterFields', { resource: 'thing' })).toEqual([
    { name: 'Name', value: 'name', description: 'Name' },
    { name: 'Zone', value: 'zone', description: 'Where it is' },
  ]);
});

test('without a resource nothing is offered', async () => {
  expect(await offered('filterFields', {})).toEqual([]);
  expect(await offered('getEmbed', {})).toEqual([]);
});

test('what a list may hold is offered as the chosen operation has it', async () => {
  expect(await offered('getEmbed', { resource: 'thing', operation: 'getAll' })).toEqual([
    { name: 'Owner', value: 'owner' },
    { name: 'Parts', value: 'parts' },
  ]);
  expect(await offered('getEmbed', { resource: 'thing', operation: 'get' })).toEqual([
    { name: 'History', value: 'history' },
  ]);
});

test('events are offered with what happens at them', async () => {
  const all = await offered('getOn', { resource: 'webhook', operation: 'create' });
  expect(all).toHaveLength(events.length);
  expect(all?.find(({ value }) => value === 'thing.event3')).toEqual({
    name: 'Thing Event3',
    value: 'thing.event3',
    description: 'A thing was moved',
  });
});

test('only menus that are not in the form have a method', () => {
  expect(Object.keys(menus).sort()).toEqual(['filterFields', 'getEmbed', 'getOn']);
});
