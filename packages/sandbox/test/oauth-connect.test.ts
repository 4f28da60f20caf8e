import { describe, expect, it } from 'vitest';
import { startApp, type VendorName } from './oauth-app.ts';

const hour = 3_600_000;
const renewable: readonly VendorName[] = ['vplan', 'nifty'];
const all: readonly VendorName[] = [...renewable, 'vcita'];

describe('the core’s client', () => {
  it.each(all)('connects to %s and calls it', async (name) => {
    const { connect, twin } = await startApp(name);
    const { connection, call } = await connect();
    expect(await call()).toBeTruthy();
    expect(await connection.status()).toMatchObject({ state: 'connected', renewable: name !== 'vcita' });
    expect(twin.requests.map(({ status }) => status)).toEqual([302, name === 'nifty' ? 201 : 200, 200]);
  });

  it.each(all)('is told that nobody allowed it to connect to %s', async (name) => {
    const { connect } = await startApp(name);
    await expect(connect('deny')).rejects.toMatchObject({ code: 'AUTHORIZATION_FAILED', reason: 'denied' });
  });

  it.each(renewable)('renews its tokens for %s twelve times ahead of their end', async (name) => {
    const { connect, oauth, time } = await startApp(name);
    const { call, connection } = await connect();
    for (let round = 1; round <= 12; round++) {
      time.advance(hour);
      await Promise.all([call(), call(), call()]);
      expect([oauth.renewals, oauth.reused]).toEqual([round, 0]);
    }
    expect(await connection.status()).toMatchObject({ state: 'connected' });
  });

  it.each(renewable)('renews its tokens for %s when only the sandbox’s clock goes on', async (name) => {
    const { connect, oauth, sandbox, time } = await startApp(name);
    const { call } = await connect();
    for (let round = 1; round <= 12; round++) {
      // The client takes a second refusal within a minute for one that a new token does not help against.
      time.advance(61_000);
      await sandbox.advance(hour);
      await call();
    }
    expect([oauth.renewals, oauth.reused]).toEqual([12, 0]);
  });

  it.each(renewable)('finds out that its refresh token for %s was used elsewhere', async (name) => {
    const { connect, oauth, refresh } = await startApp(name);
    const { call, grant } = await connect();
    expect((await refresh(grant.refreshToken ?? '')).status).toBeLessThan(300);
    oauth.expireTokens();
    await expect(call()).rejects.toThrow();
    expect(oauth.reused).toBe(1);
  });

  it('has lost its connection when the answer to a renewal is lost', async () => {
    const { connect, oauth, twin } = await startApp('vplan');
    const { call } = await connect();
    oauth.expireTokens();
    twin.faults.on({ kind: 'resetAfter', path: '/oauth/token' });
    await expect(call()).rejects.toThrow();
    await expect(call()).rejects.toMatchObject({ code: 'GRANT_LOST', reason: 'answer-lost' });
    expect([oauth.renewals, oauth.reused]).toEqual([1, 1]);
  });

  it('keeps its long token for vcita, and is told when that ends', async () => {
    const { connect, oauth, sandbox } = await startApp('vcita');
    const { call } = await connect();
    await sandbox.advance(365 * 24 * hour);
    await call();
    oauth.revoke();
    await expect(call()).rejects.toMatchObject({ code: 'GRANT_LOST', reason: 'not-renewable' });
  });
});
