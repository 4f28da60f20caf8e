import { vplan } from '@patchbay/core';
import { expect, it } from 'vitest';
import { fakeRed, hostOn } from '../fixtures/fake-red.ts';
import { createLedger } from './ledger.ts';

const ledgerOn = (kept: Map<string, unknown> | null) => createLedger(hostOn(fakeRed({}, kept).RED, vplan));
const subscription = { url: 'https://x.example/patchbay/vplan/n/s', account: 'a' };

it('secrets differ by node and by installation, and last over restarts', async () => {
  const kept = new Map();
  const ledger = ledgerOn(kept);
  await ledger.remember('n', subscription);
  expect(ledger.secretOf('n')).toMatch(/^[\w-]{43}$/);
  expect(ledger.secretOf('m')).not.toBe(ledger.secretOf('n'));
  expect(ledgerOn(new Map()).secretOf('n')).not.toBe(ledger.secretOf('n'));
  expect(ledgerOn(kept).secretOf('n')).toBe(ledger.secretOf('n'));
  expect(ledgerOn(kept).subscriptions()).toEqual([['n', subscription]]);
});

it('a secret fits its own node only, whatever its length', () => {
  const ledger = ledgerOn(new Map());
  const secret = ledger.secretOf('n');
  expect(ledger.isSecretOf('n', secret)).toBe(true);
  for (const other of ['', secret.slice(1), `${secret}x`, ledger.secretOf('m'), 'ä'.repeat(43)])
    expect(ledger.isSecretOf('n', other)).toBe(false);
});

it('what is not its own in the settings is replaced', () => {
  const ledger = ledgerOn(new Map([['patchbayVplan', 'broken']]));
  expect(ledger.subscriptions()).toEqual([]);
});

it('changes made at the same time are all kept', async () => {
  const kept = new Map();
  const ledger = ledgerOn(kept);
  await Promise.all(['a', 'b', 'c'].map((node) => ledger.remember(node, subscription)));
  await ledger.forget('b');
  expect(
    ledgerOn(kept)
      .subscriptions()
      .map(([node]) => node),
  ).toEqual(['a', 'c']);
});

it('lasts as long as the process where settings are not available', async () => {
  const ledger = ledgerOn(null);
  await ledger.remember('n', subscription);
  expect(ledger.subscriptionOf('n')).toEqual(subscription);
});
