import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startApp, type VendorName } from './oauth-app.ts';

const all: readonly VendorName[] = ['vplan', 'nifty', 'vcita'];

const get = async (url: string) => {
  const answer = await fetch(url, { redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

/** A request of a browser, whose headers `fetch` would not let through. */
const visit = (url: string, method: string, headers: Record<string, string>, content = '') =>
  new Promise<number | undefined>((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end(content);
  });

describe('the consent page', () => {
  it.each(all)('of %s says who asks, for what and as whom, and offers both answers', async (name) => {
    const { consentUrl, twin } = await startApp(name);
    const { status, headers, text } = await get(consentUrl({ scope: 'task,label' }));
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(text).toContain('Patchbay wants to connect to your');
    expect(text).toContain({ vplan: 'Koppeling ERP', nifty: twin.rows('user')[0]?.name, vcita: 'Dr Amira Shah' }[name]);
    expect(text).toMatch(/<button type="submit" name="decision" value="deny"[\s\S]+value="allow"/);
    expect(text.match(/<code>(task|label|127\.0\.0\.1:1880)<\/code>/g)).toHaveLength(3);
  });

  it('cannot be framed, runs nothing, keeps its address to itself and may send the browser back', async () => {
    const { consentUrl } = await startApp('vplan');
    const { headers } = await get(consentUrl());
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:1880;");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('shows what stands in the address as text', async () => {
    const { consentUrl } = await startApp('nifty');
    const { text } = await get(consentUrl({ scope: '<script>alert(1)</script>', state: '"><b>' }));
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('<b>');
  });

  it.each([
    [{ client_id: 'nobody' }, 'The client ID is not known'],
    [{ client_id: undefined }, 'The client ID is not known'],
    [{ redirect_uri: undefined }, 'The redirect URI is missing'],
    [{ redirect_uri: 'https://evil.example/callback' }, 'is not on this machine'],
    [{ redirect_uri: 'http://127.0.0.1.evil.example/' }, 'is not on this machine'],
    [{ redirect_uri: 'http://user@127.0.0.1/' }, 'no fragment and no user'],
    [{ redirect_uri: 'http://127.0.0.1/#there' }, 'no fragment and no user'],
    [{ redirect_uri: 'javascript:alert(1)' }, 'must start with http'],
    [{ redirect_uri: '/callback' }, 'is not an absolute URL'],
    [{ response_type: 'token' }, 'response_type must be'],
    [{ response_type: undefined }, 'response_type must be'],
  ])('with %j says what is wrong and sends nobody anywhere', async (query, words) => {
    const { consentUrl } = await startApp('vplan');
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(consentUrl(query), {
        method,
        redirect: 'manual',
        body: method === 'POST' ? new URLSearchParams({ decision: 'allow' }) : null,
      });
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
      expect(await answer.text()).toContain(words);
    }
  });

  it('takes no parameter twice', async () => {
    const { consentUrl } = await startApp('vplan');
    const { status, text } = await get(`${consentUrl()}&redirect_uri=http%3A%2F%2F127.0.0.1%2F`);
    expect([status, text.includes('redirect_uri stands in the address more than once')]).toEqual([400, true]);
  });

  it('sends the browser to a further host where that is allowed', async () => {
    const { decide, consentUrl } = await startApp('nifty', { allowHosts: ['flows.internal'] });
    const back = await decide(consentUrl({ redirect_uri: 'https://flows.internal/rest/callback' }));
    expect(back.origin).toBe('https://flows.internal');
  });
});

describe('the answer to it', () => {
  it.each(all)('is a code of %s with the state, or that it was denied', async (name) => {
    const { decide, consentUrl, callback } = await startApp(name);
    const allowed = await decide(consentUrl({ state: 'a+b/c=d' }));
    expect(`${allowed.origin}${allowed.pathname}`).toBe(callback);
    expect([...allowed.searchParams.keys()]).toEqual(['code', 'state']);
    expect(allowed.searchParams.get('state')).toBe('a+b/c=d');
    const denied = await decide(consentUrl(), 'deny');
    expect(Object.fromEntries(denied.searchParams)).toEqual({ error: 'access_denied', state: 'the-state' });
  });

  it('goes without a state where none came, and keeps the query of the redirect URI', async () => {
    const { decide, consentUrl } = await startApp('vplan');
    const back = await decide(consentUrl({ state: undefined, redirect_uri: 'http://localhost:5678/back?account=7' }));
    expect([...back.searchParams.keys()]).toEqual(['account', 'code']);
  });

  it('is not taken when it is neither of the two', async () => {
    const { consentUrl } = await startApp('vplan');
    const answer = await fetch(consentUrl(), { method: 'POST', body: 'decision=perhaps', redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  it('comes back with an altered state where Nifty is told to', async () => {
    const { decide, consentUrl, oauth } = await startApp('nifty');
    oauth.alterState = true;
    const back = await decide(consentUrl({ state: `a+b${'x'.repeat(80)}` }));
    expect(back.searchParams.get('state')).toBe(`a b${'x'.repeat(61)}`);
  });

  it('is taken from this page alone, wherever the browser came from', async () => {
    const { consentUrl, sandbox } = await startApp('vplan');
    const url = consentUrl();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    // A redirect by Node-RED or n8n at the top of the window: no Origin, and a Referer of theirs.
    const fromHost = { referer: 'http://127.0.0.1:1880/', 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' };
    expect(await visit(url, 'GET', fromHost)).toBe(200);
    const post = (origin: string) => visit(url, 'POST', { ...form, origin }, 'decision=allow');
    expect(await post(sandbox.url)).toBe(302);
    expect(await post('http://127.0.0.1:1880')).toBe(403);
    expect(await post('https://evil.example')).toBe(403);
    expect(await post('null')).toBe(403);
  });
});
