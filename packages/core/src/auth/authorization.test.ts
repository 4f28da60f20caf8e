import { expect, test } from 'vitest';
import { text, vplan } from '../index.ts';
import { headerAuthorization } from './authorization.ts';

const request = { method: 'GET', url: 'https://api.vplan.com/v1/me', headers: { accept: 'application/json' } };
const keys = { key: 'the-key', environment: 'env-1' };

test('both headers are added, white space around a pasted key is not, and the request keeps its own', () => {
  const { authorize } = headerAuthorization(vplan.auth.apiKey, { ...keys, key: ' the-key\n' });
  expect(authorize(request)).toEqual({
    ...request,
    headers: { accept: 'application/json', 'X-Api-Key': 'the-key', 'X-Api-Env': 'env-1' },
  });
});

test('every value that is missing is named at once', () => {
  expect(() => headerAuthorization(vplan.auth.apiKey, { key: '' })).toThrow(/key is missing; environment is missing/);
});

test.each(['two\r\nX-Other: lines', 'kéy'])('%j cannot travel in a header, and is not repeated in the error', (key) => {
  const attempt = () => headerAuthorization(vplan.auth.apiKey, { ...keys, key });
  expect(attempt).toThrow('X-Api-Key has characters that a header cannot carry');
  expect(attempt).not.toThrow(key);
});

test('a header whose field was left empty is not sent', () => {
  const scheme = {
    ...vplan.auth.apiKey,
    fields: { token: text('Token', { required: true }), account: text('Account') },
    headers: { Authorization: 'Bearer {token}', 'X-On-Behalf-Of': '{account}' },
  };
  const sent = (values: Record<string, string>) => headerAuthorization(scheme, values).authorize(request);
  expect(sent({ token: 't' })).toMatchObject({ headers: { Authorization: 'Bearer t' } });
  expect(sent({ token: 't' })).not.toHaveProperty(['headers', 'X-On-Behalf-Of']);
  expect(sent({ token: 't', account: 'a' })).toHaveProperty(['headers', 'X-On-Behalf-Of'], 'a');
});
