import { vcita, vplan } from '@patchbay/core';
import { expect, test } from 'vitest';
import { authenticated, credentialProperties, credentialTest, genericAuthentication } from './credential-type.ts';

test('the form has the fields of the scheme, secrets masked, and a base URL that is the production one', () => {
  expect(credentialProperties(vplan, vplan.auth.apiKey)).toMatchObject([
    { displayName: 'API Key', name: 'key', required: true, typeOptions: { password: true } },
    { displayName: 'Environment ID', name: 'environment', required: true },
    { displayName: 'Base URL', name: 'baseUrl', default: 'https://api.vplan.com/v1' },
  ]);
});

test('the templates of the scheme become expressions over the credential', () => {
  expect(genericAuthentication(vplan.auth.apiKey).properties.headers).toEqual({
    'X-Api-Key': '={{ $credentials.key.trim() }}',
    'X-Api-Env': '={{ $credentials.environment.trim() }}',
  });
});

test('a header whose field is empty is left out, not sent empty', async () => {
  const sent = async (business_uid: string) => {
    const options = { url: 'http://127.0.0.1/x', headers: { accept: 'text/plain' } };
    return (await authenticated(vcita.auth.token, { token: ' t-1 ', business_uid }, options)).headers;
  };
  expect(await sent('')).toEqual({ accept: 'text/plain', Authorization: 'Bearer t-1' });
  expect(await sent('b-1')).toEqual({ accept: 'text/plain', Authorization: 'Bearer t-1', 'X-On-Behalf-Of': 'b-1' });
});

test('the test calls the operation that the scheme names, follows no redirect and knows what to say', () => {
  const { request, rules } = credentialTest(vplan, vplan.auth.apiKey);
  expect(request).toEqual({
    baseURL: '={{ $credentials.baseUrl }}',
    url: '/me',
    method: 'GET',
    disableFollowRedirect: true,
  });
  expect(rules).toContainEqual({
    type: 'responseCode',
    properties: { value: 401, message: expect.stringContaining('Check the API key') },
  });
});
