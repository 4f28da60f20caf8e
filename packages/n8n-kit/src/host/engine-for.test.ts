import { operationOf } from '@patchbay/core';
import type { IExecuteFunctions } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { made, resource, vendorOf } from '../../test/made-vendor.ts';
import { callerName } from './caller-name.ts';
import { engineFor } from './engine-for.ts';

const get = { ...made, route: 'GET /thing', summary: 'Get a thing', returns: 'one' } as const;
const vendor = vendorOf([resource('thing', { get })]);

/** A node with a credential, at a vendor whose quota is used up. */
const nodeWith = (id: string, baseUrl = 'https://vendor.example', name = 'Node') => {
  let requests = 0;
  const caller = {
    getNode: () => ({ name, credentials: { vplanApi: { id, name: 'Made' } } }),
    getWorkflow: () => ({ id: 'w1' }),
    getCredentials: async () => ({ baseUrl }),
    helpers: {
      async httpRequestWithAuthentication() {
        requests++;
        return { statusCode: 429, headers: { 'retry-after': '30' }, body: '' };
      },
    },
  } as unknown as IExecuteFunctions;
  return {
    caller,
    ask: async () =>
      (await engineFor(caller, vendor))
        .call(operationOf(vendor, 'thing.get'), {}, { maxWaitSeconds: 0 })
        .catch((error: { code: string }) => error.code),
    requests: () => requests,
  };
};

test('what one node learns of a quota holds for all nodes with the same credential, and for no other', async () => {
  const [first, same, other] = [nodeWith('c1'), nodeWith('c1'), nodeWith('c2')];
  expect([await first.ask(), await same.ask(), await other.ask()]).toEqual(Array(3).fill('RATE_LIMITED'));
  expect([first.requests(), same.requests(), other.requests()]).toEqual([1, 0, 1]);
});

test('the same credential with another address has a quota of its own', async () => {
  const [one, moved] = [nodeWith('c3'), nodeWith('c3', 'https://sandbox.example')];
  await one.ask();
  await moved.ask();
  expect(moved.requests()).toBe(1);
});

test('nodes take turns by workflow and name', () => {
  expect(callerName(nodeWith('c1', undefined, 'Get Boards').caller)).toBe('w1/Get Boards');
});
