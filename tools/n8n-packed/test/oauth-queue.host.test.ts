import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n, type RunningN8n, startN8n } from '@patchbay/n8n-host';
import { type Sandbox, startSandbox } from '@patchbay/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Owner, ownerOf } from './owner.ts';
import { packedIn } from './packages.ts';
import { hasQueue, makeQueue, type Queue } from './queue.ts';
import { leaksOf } from './secrets.ts';
import { startWitness, type Witness } from './witness.ts';

const there = await hasQueue();

test('continuous integration has a Redis and a PostgreSQL', () => {
  expect(there || process.env.CI !== 'true').toBe(true);
});

describe.runIf(there)("n8n's queue mode with two workers", () => {
  let folder: string;
  let sandbox: Sandbox;
  let witness: Witness;
  let queue: Queue;
  let n8n: RunningN8n;
  let owner: Owner;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'patchbay-n8n-queue-'));
    sandbox = await startSandbox({ oauth: 'lenient' });
    witness = await startWitness(new URL(sandbox.vendors.vplan.baseUrl).origin);
    const installation = await installN8n();
    queue = await makeQueue(installation);
    n8n = await startN8n({
      installation,
      userFolder: join(folder, 'user'),
      port: 0,
      packages: await packedIn(folder, ['vplan']),
      settings: queue.settings,
      workers: 2,
    });
    owner = ownerOf(n8n);
  });

  afterAll(async () => {
    await n8n?.stop();
    await queue?.drop();
    await witness?.close();
    await sandbox?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('twenty runs at once after the end of the token make one renewal, and no secret is left anywhere', async () => {
    const { oauth, baseUrl } = sandbox.vendors.vplan;
    const { client_id: clientId, client_secret: clientSecret } = oauth.app;
    const credential = await owner.makeCredential('vplanOAuth2Api', {
      clientId,
      clientSecret,
      baseUrl: witness.url + new URL(baseUrl).pathname,
    });
    await owner.connect(credential);
    const parameters = { authentication: 'oauth', resource: 'board', operation: 'getAll' };
    const flow = await owner.publish('@patchbay/n8n-nodes-vplan.vplan', parameters, credential);
    expect(await flow.call()).toHaveProperty('name');
    oauth.expireTokens();
    const rows = await Promise.all(Array.from({ length: 20 }, () => flow.call()));
    for (const row of rows) expect(row).toHaveProperty('name');
    expect([oauth.renewals, oauth.reused]).toEqual([1, 0]);

    const runs = (await flow.kept()).map(({ data }) => data);
    expect(runs).toHaveLength(21);
    for (const worker of ['n8n-worker-1', 'n8n-worker-2'])
      expect(readFileSync(join(folder, 'user', `${worker}.log`), 'utf8')).toMatch(/finished execution/i);
    expect(leaksOf(witness.secrets, join(folder, 'user'), { runs: runs.join('\n') })).toEqual([]);
    expect(witness.secrets.size).toBeGreaterThan(4);
    for (const secret of witness.secrets) expect(await queue.holding(secret)).toEqual([]);
    expect(await queue.holding(clientId)).toEqual([]);
    expect(await queue.holding('vplanOAuth2Api')).toContain('credentials_entity');
  });
});
