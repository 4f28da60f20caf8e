import { GrantError, HttpError, InputError, TransportError } from '@patchbay/core';
import { expect, it } from 'vitest';
import { shortTextOf, waiting } from './node-status.ts';

it.each([
  [new HttpError('No', { status: 404, target: 'GET /x' }), 'HTTP 404'],
  [new TransportError('No', { code: 'CONNECTION_CUT' }), 'connection cut'],
  [new GrantError('No', { code: 'GRANT_LOST', reason: 'spent' }), 'connect the account again'],
  [new InputError('No', [{ field: 'name', problem: 'is missing' }]), 'input: name'],
  [
    new InputError('No', Array(20).fill({ field: 'description', problem: '' })),
    'input: description, description, descri…',
  ],
  [new Error('the key is 1234'), 'failed'],
])('an error is told in a few words: %#', (error, text) => {
  expect(shortTextOf(error)).toBe(text);
});

it('a wait is told in whole seconds', () => {
  expect(waiting({ kind: 'waiting', milliseconds: 11_200, because: 'RATE_LIMITED' })?.text).toBe('waiting 12 s');
  expect(waiting({ kind: 'waiting', milliseconds: 2000, because: 'QUOTA' })?.text).toBe('waiting for quota 2 s');
  expect(waiting({ kind: 'background', what: 'cards', rows: 4 })?.text).toBe('waiting for cards 4');
  expect(waiting({ kind: 'background', what: 'cards', rows: 4, settled: false })).toEqual({
    fill: 'yellow',
    shape: 'ring',
    text: 'cards incomplete',
  });
  expect(waiting({ kind: 'page', page: 1, rows: 1 })).toBeUndefined();
});
