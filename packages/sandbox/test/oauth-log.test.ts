import { describe, expect, it } from 'vitest';
import { startApp, type VendorName } from './oauth-app.ts';

const all: readonly VendorName[] = ['vplan', 'nifty', 'vcita'];

const read = async (url: string) => (await fetch(url)).text();

const post = (url: string, content: unknown) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) });

describe('the log', () => {
  it.each(all)('of %s keeps no code, token, secret or state, and the page shows none', async (name) => {
    const { code, redeem, refresh, get, sandbox, twin, client_secret, ask } = await startApp(name);
    const [one, unused] = [await code({ state: 'state-nobody-sees' }), await code()];
    const { access_token, refresh_token } = (await redeem(one, { state: 'state-nobody-sees' })).json;
    await get(access_token);
    // Where it does not belong.
    await get('unknown-token-1234', `/me?access_token=${access_token}&client_secret=${client_secret}`);
    const renewed = refresh_token === undefined ? [] : Object.values((await refresh(refresh_token)).json).slice(0, 3);
    await ask({ content: `{"client_secret":"${client_secret}", broken`, path: undefined as never });
    const secrets = [one, unused, access_token, refresh_token, 'state-nobody-sees', 'unknown-token-1234', ...renewed];
    const state = JSON.parse(await read(`${sandbox.url}/_sandbox/state`));
    // The page shows the seeded app where it shows the credential.
    const page = JSON.stringify({ ...state, vendors: state.vendors.map((one: object) => ({ ...one, oauth: 0 })) });
    const kept = `${JSON.stringify([twin.requests, sandbox.story])}${page}`;
    const details = await Promise.all(
      twin.requests.map(({ id }) => read(`${sandbox.url}/_sandbox/${name}/requests/${id}`)),
    );
    for (const secret of [...secrets, client_secret])
      if (typeof secret === 'string' && secret.length > 12) expect(`${kept}${details.join()}`).not.toContain(secret);
    expect(JSON.stringify(state.vendors.map(({ oauth }: { oauth: unknown }) => oauth))).not.toContain(access_token);
  });

  it('shows token requests with their fields, and what became of them', async () => {
    const { code, redeem, refresh, twin, sandbox, client_id, client_secret, exchange } = await startApp('vplan');
    const { refresh_token } = (await redeem(await code())).json;
    await refresh(refresh_token);
    await refresh(refresh_token);
    await exchange({ grant_type: 'refresh_token', refresh_token, client_secret: 'wrong' });
    expect(twin.requests[1]).toMatchObject({ method: 'POST', path: '/oauth/token', status: 200 });
    const sent = new URLSearchParams(String(twin.requests[1]?.body));
    expect(Object.fromEntries(sent)).toMatchObject({
      client_id,
      client_secret: `…${client_secret.slice(-4)}`,
      code: '…',
      grant_type: 'authorization_code',
    });
    expect(twin.requests[1]?.answer).toMatchObject({ token_type: 'access_token', expires_in: 3600 });
    expect(sandbox.story.map(({ text, failed }) => [text, failed])).toEqual([
      ['Koppeling ERP allowed Patchbay', false],
      ['Gave tokens to Patchbay (Koppeling ERP)', false],
      ['Renewed the tokens of Patchbay (Koppeling ERP)', false],
      ['Refused a used refresh token of Patchbay: 409, Already used', true],
      ['Gave no tokens: 401, Invalid client', true],
    ]);
  });

  it('tells of a token answer that was lost', async () => {
    const { oauth, refresh, twin, sandbox } = await startApp('nifty');
    const { refresh_token = '' } = oauth.issue();
    twin.faults.on({ kind: 'resetAfter', method: 'POST', path: '/oauth/token' });
    await expect(refresh(refresh_token)).rejects.toThrow();
    expect(sandbox.story.at(-1)?.text).toMatch(/^Renewed the tokens of Patchbay \(.+\): connection cut \(.+\)$/);
    expect(oauth.renewals).toBe(1);
  });
});

describe('what the page switches', () => {
  it('is the mode, the altered state and the lifetime of tokens', async () => {
    const { oauth, sandbox } = await startApp('nifty');
    const url = `${sandbox.url}/_sandbox/nifty/oauth`;
    expect((await post(url, { mode: 'lenient', alterState: true, tokenSeconds: 9 })).status).toBe(200);
    expect([oauth.mode, oauth.alterState, oauth.tokenSeconds]).toEqual(['lenient', true, 9]);
    for (const wrong of [{}, { mode: 'loose' }, { alterState: 1 }, { tokenSeconds: 0 }, { other: true }])
      expect((await post(url, wrong)).status).toBe(422);
    expect(oauth.mode).toBe('lenient');
  });

  it('ends access tokens and connections, and shows who is connected', async () => {
    const { oauth, refresh, sandbox } = await startApp('vplan');
    const { refresh_token = '' } = oauth.issue();
    await refresh(refresh_token);
    const shown = async () => JSON.parse(await read(`${sandbox.url}/_sandbox/state`)).vendors[0].oauth;
    expect(await shown()).toMatchObject({
      app: oauth.app,
      mode: 'strict',
      renewals: 1,
      grants: [
        {
          app: 'Patchbay',
          who: 'Koppeling ERP',
          since: '2026-11-22T09:00:00.000Z',
          expires: '2026-11-22T10:00:00.000Z',
          isOver: false,
          renewals: 1,
        },
      ],
    });
    await post(`${sandbox.url}/_sandbox/vplan/oauth/expire`, {});
    expect((await shown()).grants[0].isOver).toBe(true);
    await post(`${sandbox.url}/_sandbox/vplan/oauth/revoke`, {});
    expect((await shown()).grants).toEqual([]);
  });

  it('is the same app for the same seed, and another for another', async () => {
    const [one, same, other] = [await startApp('vplan'), await startApp('vplan'), await startApp('vplan', { seed: 2 })];
    expect(same.oauth.app).toEqual(one.oauth.app);
    expect(other.oauth.app).not.toEqual(one.oauth.app);
  });

  it('goes back to the start with the records', async () => {
    const { oauth, get, refresh, twin } = await startApp('vplan');
    const { access_token, refresh_token = '' } = oauth.issue();
    await refresh(refresh_token);
    twin.reset();
    expect((await get(access_token)).status).toBe(401);
    expect([oauth.renewals, oauth.issue().access_token === access_token]).toEqual([0, false]);
  });
});
