import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A script of ours in a process of its own, which answers with one JSON message. */
export interface Child<Answer> {
  readonly process: ChildProcess;
  readonly answer: Promise<Answer>;
}

/**
 * Starts a script in `children/`.
 * @throws Error when it ends without an answer
 */
export const startChild = <Answer>(script: string, input: Readonly<Record<string, unknown>>): Child<Answer> => {
  const flags = ['--expose-gc', '--conditions=@patchbay/source'];
  const child = spawn(
    process.execPath,
    [...flags, join(import.meta.dirname, 'children', script), JSON.stringify(input)],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const answer = new Promise<Answer>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Answer));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it answered`)));
  });
  return { process: child, answer };
};

/** What a script answers with; it is over then. */
export const askChild = async <Answer>(script: string, input: Readonly<Record<string, unknown>>): Promise<Answer> => {
  const child = startChild<Answer>(script, input);
  try {
    return await child.answer;
  } finally {
    child.process.kill();
  }
};
