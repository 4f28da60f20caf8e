import { expect, test } from 'vitest';
import { vcita } from '../src/vendors/vcita/vendor.ts';
import catalogue from './vcita-operations.json' with { type: 'json' };

test('every operation that vcita offers a business, and every one on apps and tokens, is defined', () => {
  const routed = Object.entries(vcita.resources).map(([name, { operations }]) => {
    const routes = Object.values(operations).flatMap((operation) => ('route' in operation ? [operation.route] : []));
    // Getting a record and downloading its file are two operations on one route.
    return [name, new Set(routes).size];
  });
  expect(Object.fromEntries(routed)).toEqual(catalogue);
});
