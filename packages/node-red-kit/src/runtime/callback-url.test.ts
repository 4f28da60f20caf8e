import { vplan } from '@patchbay/core';
import { describe, expect, it } from 'vitest';
import { fakeRed, hostOn } from '../fixtures/fake-red.ts';
import { callbackBaseOf, callbackUrlOf } from './callback-url.ts';
import type { Host } from './host.ts';

const hostWith = (settings: Record<string, unknown>): Host => hostOn(fakeRed(settings).RED, vplan);
const local = 'http://localhost:4010/vplan/v1';

describe('the address of the HTTP nodes', () => {
  it.each([
    [{}, 'http://127.0.0.1:1880'],
    [{ uiHost: '0.0.0.0', httpNodeRoot: '/' }, 'http://127.0.0.1:1880'],
    [{ uiHost: '192.168.1.5', uiPort: 80, httpNodeRoot: '/api/' }, 'http://192.168.1.5:80/api'],
    [{ https: { key: '' }, httpNodeRoot: 'hooks' }, 'https://127.0.0.1:1880/hooks'],
  ])('is this machine for a vendor on it: %j', (settings, expected) => {
    expect(callbackBaseOf(hostWith(settings), '', local)).toBe(expected);
  });

  it('is the configured one, without a slash at the end', () => {
    expect(callbackBaseOf(hostWith({}), ' https://ha.example/endpoint/ ', vplan.baseUrl)).toBe(
      'https://ha.example/endpoint',
    );
  });

  it.each([
    ['', vplan.baseUrl],
    ['', 'http://127.0.0.1.example.com'],
    ['nodered.example.com', local],
    ['ftp://example.com', local],
    ['https://example.com/?a=1', local],
  ])('is refused when it is %j for %s', (configured, vendorAddress) => {
    expect(() => callbackBaseOf(hostWith({}), configured, vendorAddress)).toThrow('callbackBase');
  });

  it('is refused when HTTP nodes are switched off', () => {
    expect(() => callbackBaseOf(hostWith({ httpNodeRoot: false }), '', local)).toThrow('httpNodeRoot');
  });
});

it('an id cannot change the path of a callback URL', () => {
  expect(callbackUrlOf(hostWith({}), 'https://x.example', '../a b', 's')).toBe(
    'https://x.example/patchbay/vplan/..%2Fa%20b/s',
  );
});
