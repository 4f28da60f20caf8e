import { vcita } from '@patchbay/core';
import type { IHttpRequestHelper } from 'n8n-workflow';
import { expect, test } from 'vitest';
import { serviceToken } from './service-token.ts';

const values = { client_id: 'app-1', client_secret: 'hunter2', baseUrl: 'http://127.0.0.1:4711', access_token: '' };

const asking = (answer: () => unknown) => {
  const sent: unknown[] = [];
  const helper = {
    helpers: {
      async httpRequest(options: unknown) {
        sent.push(options);
        return answer();
      },
    },
  } as unknown as IHttpRequestHelper;
  return { sent, ask: () => serviceToken(vcita, vcita.auth.service, helper, values) };
};

test('the app asks with id and secret as JSON, and the token goes into the hidden field', async () => {
  const { sent, ask } = asking(() => ({
    statusCode: 200,
    headers: {},
    body: '{"access_token": "t-1", "expires_in": 3600}',
  }));
  expect(await ask()).toEqual({ access_token: 't-1' });
  expect(sent).toMatchObject([
    {
      method: 'POST',
      url: 'http://127.0.0.1:4711/oauth/service/token',
      headers: { 'content-type': 'application/json' },
      body: '{"service_id":"app-1","service_secret":"hunter2"}',
      disableFollowRedirect: true,
    },
  ]);
});

test("a refusal has vcita's words and what to do, and no secret", async () => {
  const { ask } = asking(() => ({ statusCode: 401, headers: {}, body: '{"error": "invalid_client hunter2"}' }));
  const error = await ask().catch((reason) => reason);
  expect(error).not.toHaveProperty('code');
  expect(error.message).toContain('client secret');
  expect(error.cause).toMatchObject({ code: 'NOT_AUTHENTICATED' });
  expect(JSON.stringify(error) + String(error)).not.toContain('hunter2');
});

test('without an answer, nothing of the request is in the error', async () => {
  const { ask } = asking(() => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { config: { data: 'hunter2' } });
  });
  const error = await ask().catch((reason) => reason);
  expect(error.cause).toMatchObject({ code: 'UNREACHABLE' });
  expect(error.cause.cause).toBeUndefined();
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error.cause)).not.toContain('hunter2');
});
