import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

const run = (...given: string[]) => {
  const child = spawn(process.execPath, ['--conditions=@patchbay/source', cli, ...given], { stdio: 'pipe' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  child.stderr.on('data', (part) => {
    output += part;
  });
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, output }));
  const introduced = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part) => {
      output += part;
      if (output.includes('Ctrl-C')) resolve(output);
    });
    // One that ends before it says so never will.
    void ended.then(({ code }) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
  introduced.catch(() => undefined);
  return { child, introduced, ended };
};

describe('patchbay-sandbox', () => {
  it('prints what a credential needs, serves, and ends with Ctrl-C', async () => {
    const { child, introduced, ended } = run(
      '--port',
      '0',
      '--seed',
      '7',
      '--planning-delay',
      '5',
      '--oauth',
      'lenient',
    );
    const output = await introduced;
    const [, url] = /Page +(\S+)/.exec(output) ?? [];
    const [, baseUrl] = /Base URL +(\S+)/.exec(output) ?? [];
    const [, key] = /API Key +(\S+)/.exec(output) ?? [];
    const [, environment] = /Environment ID +(\S+)/.exec(output) ?? [];
    const headers = { 'X-Api-Key': key ?? '', 'X-Api-Env': environment ?? '' };
    expect((await fetch(`${baseUrl}/me`, { headers })).status).toBe(200);
    expect(await (await fetch(url ?? '')).text()).toContain('Patchbay sandbox');
    const { vendors } = (await (await fetch(`${url}_sandbox/state`)).json()) as { vendors: { oauth: unknown }[] };
    expect(vendors[0]?.oauth).toMatchObject({
      mode: 'lenient',
      app: {
        client_id: /OAuth client ID +(\S+)/.exec(output)?.[1],
        client_secret: /OAuth secret +(\S+)/.exec(output)?.[1],
      },
    });
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });

  it('takes the next free port when its own is taken, and says so', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const output = await run('--port', String(port)).introduced;
    expect(output).toContain(`Port ${port} is taken, using the next free one.`);
    expect(Number(new URL(/Page +(\S+)/.exec(output)?.[1] ?? '').port)).toBeGreaterThan(port);
  });

  it('lets every request fail when it is told to', async () => {
    const output = await run('--port', '0', '--fault-rate', '100', '--fault-seed', '3').introduced;
    const [, url] = /Page +(\S+)/.exec(output) ?? [];
    const state = (await (await fetch(`${url}_sandbox/vplan/faults`)).json()) as { sequence: unknown };
    expect(state.sequence).toEqual({ seed: 3, rate: 1 });
  });

  it('refuses a port that is none', async () => {
    const { code, output } = await run('--port', 'http').ended;
    expect([code, output]).toEqual([1, expect.stringContaining('It must be a whole number up to 65535.')]);
  });
});
