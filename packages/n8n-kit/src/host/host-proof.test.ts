import { HttpError, vcita, vplan } from '@patchbay/core';
import { expect, test } from 'vitest';
import { hostProof, isRenewedByHost } from './host-proof.ts';

const request = { method: 'GET', url: 'https://vendor.example/board', headers: {} };
const refused = new HttpError('vPlan answered 401 to "Get a board": Unauthenticated', {
  status: 401,
  target: 'GET /board',
  advice: 'Check the API key',
});

test('a credential that nobody connected sends nothing and says so', () => {
  const { authorize } = hostProof(vplan, vplan.auth.oauth, { oauthTokenData: {} });
  expect(() => authorize(request)).toThrow(
    'The vPlan account is not connected. Open the credential and connect it; when that does not succeed, use a credential with API Key',
  );
});

test('a 401 that n8n could not help is not sent again, and is told with the advice of the scheme', async () => {
  const renewed = (scheme: typeof vcita.auth.oauth | typeof vcita.auth.service) =>
    hostProof(vcita, scheme, { oauthTokenData: { access_token: 't' } }).renew?.(request, refused);
  await expect(renewed(vcita.auth.oauth)).rejects.toMatchObject({
    code: 'NOT_AUTHENTICATED',
    summary: refused.summary,
    advice: expect.stringContaining('connect it again'),
  });
  await expect(renewed(vcita.auth.service)).rejects.toMatchObject({
    code: 'NOT_AUTHENTICATED',
    advice: expect.stringContaining('client secret'),
  });
});

test('a key is proved by n8n alone', () => {
  expect(hostProof(vplan, vplan.auth.apiKey, {}).renew).toBeUndefined();
});

test('n8n renews what can be renewed', () => {
  const { token, oauth, service } = vcita.auth;
  expect([token, oauth, service, vplan.auth.oauth].map(isRenewedByHost)).toEqual([false, false, true, true]);
});
