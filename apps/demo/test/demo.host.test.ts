import { expect, test } from 'vitest';
import { runProgram } from './run-command.ts';

test('the story is told end to end in a real n8n, with the packed package', async () => {
  const { output, exitCode } = await runProgram('start-n8n.ts', ['--once', '--port', '0', '--sandbox-port', '0']);
  expect(output).toMatch(/n8n editor +http:\/\/127\.0\.0\.1:\d+\/workflow\//);
  expect(output).toMatch(/wrote back: 5 cards planned \(\d+(\.\d)? s\)/);
  expect(exitCode).toBe(0);
}, 900_000);
