import { createHash } from 'node:crypto';
import { request as send } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { startWorkshop } from './workshop.ts';

const formOf = (parts: Record<string, string | Blob>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts))
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, 'plan & photo.png');
  return form;
};

const picture = new Blob(['a picture, nearly'], { type: 'image/png' });

describe('a file', () => {
  it('is taken from a form beside other values, kept, and served under its URL', async () => {
    const { call, twin } = await startWorkshop();
    const uid = twin.rows('tool')[0]?.uid;
    const form = formOf({ 'photo[content]': picture, 'photo[title]': 'Café 😀', 'photo[rank]': '2' });
    const { status, json } = await call('POST', `/v2/tools/${uid}/photos`, { form });
    const row = json.data.tool;
    expect([status, row]).toEqual([
      201,
      expect.objectContaining({ title: 'Café 😀', rank: 2, tool_uid: uid, file_name: 'plan & photo.png' }),
    ]);
    expect((await call('GET', `/v2/photos/${row.id}/download`)).json.data.tool.link).toBe(row.link);
    const served = await fetch(row.link);
    expect([served.status, served.headers.get('content-type'), await served.text()]).toEqual([
      200,
      'image/png',
      'a picture, nearly',
    ]);
    expect(served.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('may be given as a link where another operation has the same route', async () => {
    const { call, twin } = await startWorkshop();
    const path = `/v2/tools/${twin.rows('tool')[0]?.uid}/photos`;
    const link = 'https://example.com/saw.png';
    const { status, json } = await call('POST', path, { json: { photo: { link } } });
    expect([status, json.data.tool.link, twin.requests[0]?.operation]).toEqual([201, link, 'photo.link']);
    const refused = await call('POST', path, { json: { photo: { link, colour: 'red' } } });
    expect([refused.status, twin.rows('photo').length]).toEqual([422, 1]);
  });

  it('stands in the log with its size and hash, not with its content', async () => {
    const { call, twin } = await startWorkshop();
    await call('POST', `/v2/tools/${twin.rows('tool')[0]?.uid}/photos`, {
      form: formOf({ 'photo[content]': picture }),
    });
    const sha256 = createHash('sha256').update('a picture, nearly').digest('hex');
    expect(twin.requests[0]?.body).toMatchObject({ content: { size: 17, type: 'image/png', sha256 } });
    expect(JSON.stringify(twin.requests)).not.toContain('nearly');
  });

  it.each<[string, Record<string, string | Blob>, string]>([
    ['missing', { 'photo[title]': 'A' }, 'content: is missing'],
    ['a text', { 'photo[content]': 'text' }, 'content: must be a file'],
    ['where none is taken', { 'photo[content]': picture, 'photo[title]': picture }, 'photo[title]: takes no file'],
    ['with a value of a wrong kind', { 'photo[content]': picture, 'photo[rank]': 'first' }, 'rank: must be'],
    ['with an unknown value', { 'photo[content]': picture, colour: 'red' }, 'colour: is not known here'],
    ['outside its wrapping', { content: picture }, 'content: takes no file'],
  ])('that is %s is refused', async (_, parts, message) => {
    const { call, twin } = await startWorkshop();
    const answer = await call('POST', `/v2/tools/${twin.rows('tool')[0]?.uid}/photos`, { form: formOf(parts) });
    expect([answer.status, answer.json.errors[0].message]).toEqual([422, expect.stringContaining(message)]);
    expect(twin.rows('photo')).toEqual([]);
  });

  it('of 200 MB goes through without being held in memory', async () => {
    const { twin } = await startWorkshop();
    const piece = Buffer.alloc(1024 * 1024, 'x');
    let most = 0;
    const held = () => {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const before = held();
    async function* content() {
      yield '--edge\r\ncontent-disposition: form-data; name="photo[content]"; filename="film.mp4"\r\n\r\n';
      for (let count = 0; count < 200; count++) {
        yield piece;
        most = Math.max(most, held() - before);
      }
      yield '\r\n--edge--\r\n';
    }
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${twin.credential.token}`,
        'content-type': 'multipart/form-data; boundary=edge',
      };
      const url = `${twin.baseUrl}/v2/tools/${twin.rows('tool')[0]?.uid}/photos`;
      const request = send(url, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      request.on('error', reject);
      Readable.from(content()).pipe(request);
    });
    expect(status).toBe(201);
    expect(twin.requests[0]?.body).toMatchObject({ content: { size: 200 * 1024 * 1024 } });
    expect(most).toBeLessThan(100 * 1024 * 1024);
  });

  it('is gone after a reset', async () => {
    const { call, twin } = await startWorkshop();
    const { json } = await call('POST', `/v2/tools/${twin.rows('tool')[0]?.uid}/photos`, {
      form: formOf({ 'photo[content]': picture }),
    });
    twin.reset();
    expect((await fetch(json.data.tool.link)).status).toBe(404);
  });

  it('that is cut off on its way does no harm', async () => {
    const { call, twin } = await startWorkshop();
    const headers = { 'content-type': 'multipart/form-data; boundary=edge' };
    const form = '--edge\r\ncontent-disposition: form-data; name="photo[content]"; filename="a"\r\n\r\nhalf';
    const answer = await fetch(`${twin.baseUrl}/v2/tools/${twin.rows('tool')[0]?.uid}/photos`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${twin.credential.token}` },
      body: form,
    });
    expect([answer.status, twin.rows('photo')]).toEqual([400, []]);
    expect((await call('GET', '/v2/tools')).status).toBe(200);
  });
});
