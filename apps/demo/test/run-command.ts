import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a demo ended. */
export interface DemoRun {
  readonly output: string;
  readonly exitCode: number | null;
}

/** Runs one of the demo's programs as `npm start` does, until it ends. */
export const runProgram = (program: string, options: readonly string[]): Promise<DemoRun> =>
  new Promise((resolve) => {
    const file = join(import.meta.dirname, '../src', program);
    const child = spawn(process.execPath, ['--conditions=@patchbay/source', file, ...options]);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.once('close', (exitCode) => resolve({ output, exitCode }));
  });
