import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeParameters } from 'n8n-workflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installedFor } from './installed.ts';

let server: Server;
let baseUrl: string;
let seen: NodeJS.Dict<string | string[]> = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    seen = request.headers;
    response.end('{"status": "OK", "data": {"clients": []}}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const list: INodeParameters = { resource: 'client', operation: 'getAll' };

const headersWith = async (credential: Readonly<Record<string, string>>) => {
  seen = {};
  const { error } = await installedFor(baseUrl, credential).runNode({ type: 'vcita', parameters: list });
  expect(error).toBeUndefined();
  return seen;
};

test('a token of a business travels alone', async () => {
  for (const credential of [
    { token: 't-1' },
    { token: 't-1', business_uid: '' },
    { token: ' t-1 ', business_uid: ' ' },
  ]) {
    const headers = await headersWith(credential as Record<string, string>);
    expect(headers.authorization).toBe('Bearer t-1');
    expect(headers).not.toHaveProperty('x-on-behalf-of');
  }
});

test("a partner's token names the business that it acts for", async () => {
  expect(await headersWith({ token: 't-1', business_uid: 'b-1' })).toMatchObject({
    authorization: 'Bearer t-1',
    'x-on-behalf-of': 'b-1',
  });
});

test('a token that cannot travel in a header is told so, without being shown', async () => {
  const { error } = await installedFor(baseUrl, { token: 'geheim\u2013x' }).runNode({
    type: 'vcita',
    parameters: list,
  });
  expect(error?.message).toContain('characters that a header cannot carry');
  expect(JSON.stringify(error)).not.toContain('geheim');
});
