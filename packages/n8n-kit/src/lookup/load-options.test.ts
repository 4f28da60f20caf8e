import { json, text } from '@patchbay/core';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { made, resource, vendorOf } from '../../test/made-vendor.ts';
import { loadOptions } from './load-options.ts';

const thing = resource(
  'thing',
  { list: { ...made, route: 'GET /thing', summary: 'Get many things', returns: 'many' } },
  { zone: text('Where it is'), name: text('Name'), parts: json('Parts'), key: text('Key', { secret: true }) },
);
const { filterFields } = loadOptions(vendorOf([thing]));
const offered = (parameters: object) =>
  filterFields.call({ getCurrentNodeParameters: () => parameters } as unknown as ILoadOptionsFunctions);

test('the fields of the chosen resource are offered, sorted, without what cannot be compared', async () => {
  expect(await offered({ resource: 'thing' })).toEqual([
    { name: 'Name', value: 'name', description: 'Name' },
    { name: 'Zone', value: 'zone', description: 'Where it is' },
  ]);
});

test('without a resource nothing is offered', async () => {
  expect(await offered({})).toEqual([]);
});
