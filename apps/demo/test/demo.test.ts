import { createServer } from 'node:net';
import { startSandbox } from '@patchbay/sandbox';
import { expect, test } from 'vitest';
import { runProgram } from './run-command.ts';

const anyPorts = ['--port', '0', '--sandbox-port', '0'];

test('the story is told end to end in Node-RED', async () => {
  const { output, exitCode } = await runProgram('start.ts', ['--once', ...anyPorts]);
  expect(output).toMatch(/Sandbox page +http:\/\/127\.0\.0\.1:\d+/);
  expect(output).toMatch(/Node-RED editor +http:\/\/127\.0\.0\.1:\d+/);
  expect(output).toMatch(/wrote back: 5 cards planned \(\d+(\.\d)? s\)/);
  expect(exitCode).toBe(0);
}, 60_000);

test('it can be told on a sandbox that already runs', async () => {
  const sandbox = await startSandbox();
  const { exitCode } = await runProgram('start.ts', ['--once', '--sandbox', sandbox.url, ...anyPorts]);
  expect(exitCode).toBe(0);
  expect(sandbox.vendors.vplan.rows('collection').at(-1)).toMatchObject({ description: '5 cards planned' });
  await sandbox.close();
}, 60_000);

test('a sandbox that cannot be reached is told in one line, and nothing is started', async () => {
  const { output, exitCode } = await runProgram('start.ts', ['--sandbox', 'http://127.0.0.1:9', ...anyPorts]);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).toContain('The sandbox at http://127.0.0.1:9 cannot be reached');
  expect(exitCode).toBe(1);
});

test('taken ports are told, and others are used', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port));
  });
  const { output, exitCode } = await runProgram('start.ts', [
    '--once',
    '--port',
    `${port}`,
    '--sandbox-port',
    `${port}`,
  ]);
  expect(output).toContain(`Port ${port} is taken; the sandbox takes another one.`);
  expect(output).toContain(`Port ${port} is taken; Node-RED takes another one.`);
  expect(exitCode).toBe(0);
  taken.close();
}, 60_000);
