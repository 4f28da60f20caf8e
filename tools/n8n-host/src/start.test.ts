import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished, vi } from 'vitest';
import { fakeN8n } from './fixtures/fake-n8n.ts';
import type { StartOptions } from './start.ts';
import { startN8n } from './start.ts';

async function started(options: StartOptions) {
  const n8n = await startN8n(options);
  onTestFinished(() => n8n.stop());
  return n8n;
}

/** Whether anything answers there. */
async function answers(url: string): Promise<boolean> {
  return await fetch(url).then(
    () => true,
    () => false,
  );
}

it('credentials and workflows are there before n8n starts, and requests are the owner’s', async () => {
  const { installation, userFolder, commands } = fakeN8n();
  const credential = { id: 'c1', name: 'vPlan', type: 'vplanApi', data: { key: 'k' } };
  const story = { id: 'w1', name: 'Story', nodes: [] };
  const draft = { id: 'w2', name: 'Draft', nodes: [] };
  const lines: string[] = [];
  const n8n = await started({
    installation,
    userFolder,
    port: 0,
    packages: [],
    credentials: [credential],
    workflows: [
      { json: story, publish: true },
      { json: draft, publish: false },
    ],
    onProgress: (text) => lines.push(text),
  });
  expect(commands()).toEqual([
    `import:credentials ${JSON.stringify([credential])}`,
    `import:workflow ${JSON.stringify([story, draft])}`,
    'publish:workflow --id=w1',
    'start',
  ]);
  expect(lines.map((line) => line.split(' ... ')[0])).toEqual([
    'Importing credentials',
    'Importing workflows',
    'Publishing workflow w1',
    'Starting n8n 2.41.1',
  ]);
  expect(await n8n.rest('GET', '/rest/cookie')).toEqual({ cookie: 'n8n-auth=token' });
  expect(n8n.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(readdirSync(userFolder)).not.toContain('import-credentials.json');
});

it('the owner of a user folder keeps the password', async () => {
  const { installation, userFolder } = fakeN8n();
  const first = await started({ installation, userFolder, port: 0, packages: [] });
  await first.stop();
  const second = await started({ installation, userFolder, port: 0, packages: [] });
  expect(second.login).toEqual(first.login);
});

it('workers start once n8n is ready, with its settings, and what they print is part of the logs', async () => {
  const { installation, userFolder, commands } = fakeN8n();
  const settings = { EXECUTIONS_MODE: 'queue' };
  const n8n = await started({ installation, userFolder, port: 0, packages: [], settings, workers: 2 });
  expect(commands()[0]).toBe('start');
  expect(
    commands()
      .slice(1)
      .map((command) => command.trim()),
  ).toEqual(['worker', 'worker']);
  expect(n8n.logs().match(/mode queue/g)).toHaveLength(2);
  await n8n.stop();
});

it('a port that is taken is named before anything is done', async () => {
  const { installation, userFolder, commands } = fakeN8n();
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  await expect(startN8n({ installation, userFolder, port, packages: [] })).rejects.toMatchObject({
    code: 'port-taken',
    message: `Port ${port} on 127.0.0.1 is not free. Stop the program that uses it or choose another port.`,
  });
  expect(commands()).toEqual([]);
});

it('an n8n that ends while it starts is told with the end of its log', async () => {
  const { installation, userFolder } = fakeN8n("console.log('Mismatching encryption keys'); process.exitCode = 3;");
  await expect(startN8n({ installation, userFolder, port: 0, packages: [] })).rejects.toMatchObject({
    code: 'start-failed',
    message: 'n8n ended with exit code 3. The end of its log:\nMismatching encryption keys',
  });
});

it('an import that n8n refuses is told with n8n’s words', async () => {
  const { installation, userFolder } = fakeN8n("console.log('No valid workflows.'); process.exitCode = 1;");
  const workflows = [{ json: { id: 'w1' }, publish: true }];
  await expect(startN8n({ installation, userFolder, port: 0, packages: [], workflows })).rejects.toMatchObject({
    code: 'import-failed',
    message: expect.stringMatching(/^n8n import:workflow .+ failed:\nNo valid workflows\.$/),
  });
});

it('a workflow to publish needs an id', async () => {
  const { installation, userFolder } = fakeN8n();
  const workflows = [{ json: { name: 'Story' }, publish: true }];
  await expect(startN8n({ installation, userFolder, port: 0, packages: [], workflows })).rejects.toThrow('"id"');
});

it('n8n ends when the process that started it is killed', async () => {
  const { installation, userFolder } = fakeN8n();
  const options = JSON.stringify({ installation, userFolder, port: 0, packages: [] });
  const script = `
    import { startN8n } from ${JSON.stringify(new URL('./start.ts', import.meta.url))};
    const n8n = await startN8n(${options});
    console.log(n8n.url);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface(parent.stdout), 'line');
  expect(await answers(url)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(async () => expect(await answers(url)).toBe(false), { timeout: 10_000 });
}, 20_000);
