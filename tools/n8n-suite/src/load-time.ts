import { execFileSync } from 'node:child_process';

/**
 * How long a script takes, as a share of the time that n8n-workflow takes to load.
 * @param script body of a function; what it returns is its time in milliseconds, without it all of the script counts
 * @returns the shortest of five against the shortest of n8n-workflow: other work on the machine only adds
 */
export const shareOfWorkflow = (folder: string, script: string): number => {
  const measured = `
    const begin = performance.now();
    require('n8n-workflow');
    const start = performance.now();
    const time = (() => { ${script} })();
    console.log(JSON.stringify([time ?? performance.now() - start, start - begin]));`;
  const times = Array.from({ length: 5 }, (): [number, number] =>
    JSON.parse(execFileSync(process.execPath, ['-e', measured], { cwd: folder, encoding: 'utf8' })),
  );
  return Math.min(...times.map(([own]) => own)) / Math.min(...times.map(([, workflow]) => workflow));
};
