import { nifty, vplan } from '@patchbay/core';
import { expect, test } from 'vitest';
import { renewalFailures } from './renewal-failure.ts';

const failure = renewalFailures(vplan, vplan.auth.oauth.oauth, 'https://vendor.example/token?redirect_uri=x');

test.each([
  [
    'invalid_grant, as its client tells it',
    { code: 'EAUTH', message: 'The provided …', body: { error: 'invalid_grant' } },
  ],
  ['a status for tokens that were used before', { code: 'ESTATUS', status: 409, body: '{"message": "used"}' }],
  [
    'what n8n says itself',
    { message: 'The credential "vPlan" needs to be reconnected.', failure: { cause: 'credential-invalid' } },
  ],
])('a refresh token that works no more is told with the way out: %s', (_, thrown) => {
  expect(failure(thrown)).toMatchObject({
    code: 'GRANT_LOST',
    reason: 'spent',
    summary: 'The connection to vPlan has ended: the refresh token was used elsewhere, is too old or was revoked',
    advice: 'Open the credential and connect it again',
  });
});

test("a refusal has the vendor's words, and what n8n cannot send", () => {
  expect(
    failure({ code: 'ESTATUS', status: 422, body: '{"message": "The redirect_uri field is required."}' }),
  ).toMatchObject({
    code: 'GRANT_LOST',
    reason: 'refused',
    summary: 'vPlan refused to renew the token of the credential (HTTP 422): The redirect_uri field is required.',
    advice: expect.stringMatching(/redirect URI.*does not send.*fill in Redirect URI in Renewals.*API Key/),
  });
  const ofNifty = renewalFailures(nifty, nifty.auth.oauth.oauth, 'https://vendor.example/token');
  expect(ofNifty({ code: 'EAUTH', body: { error: 'invalid_client' } })?.advice).toMatch(
    /JSON.*n8n sends them as a form.*Personal Access Token/,
  );
});

test('words that look like a token are not repeated', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
  const told = failure({ code: 'ESTATUS', status: 400, body: JSON.stringify({ message: `bad ${token}` }) });
  expect(told?.message).toContain('bad ***');
});

test('an outage where tokens come from is not taken for an answer of the API', () => {
  const config = { url: 'https://vendor.example/token?redirect_uri=x' };
  expect(failure({ config, response: { status: 502 }, message: 'x' })).toMatchObject({
    code: 'UNREACHABLE',
    summary: 'vPlan answered 502 when the token of the credential was to be renewed',
  });
  expect(failure({ config, code: 'ECONNREFUSED' })).toMatchObject({ code: 'UNREACHABLE', retryable: true });
});

test('a token that cannot be renewed is told so', () => {
  expect(
    failure({
      message: 'OAuth access token expired and no refresh token is available. Please reconnect the credentials.',
    }),
  ).toMatchObject({ code: 'GRANT_LOST', reason: 'not-renewable' });
});

test('what the API itself answered is none of this', () => {
  const config = { url: 'https://vendor.example/board' };
  expect(
    failure({ config, response: { status: 404 }, message: 'Request failed with status code 404' }),
  ).toBeUndefined();
  expect(failure({ message: 'Node does not have any credentials set' })).toBeUndefined();
});
