import { execFileSync } from 'node:child_process';

/**
 * How long a script takes, as a share of the time that n8n-workflow takes to load.
 * @param script body of a function; what it returns is its time in milliseconds, without it all of the script counts
 * @returns the smallest of three: other work on the machine only adds
 */
export const shareOfWorkflow = (folder: string, script: string): number => {
  const measured = `
    const begin = performance.now();
    require('n8n-workflow');
    const start = performance.now();
    const time = (() => { ${script} })();
    console.log((time ?? performance.now() - start) / (start - begin));`;
  const shares = Array.from({ length: 3 }, () =>
    Number(execFileSync(process.execPath, ['-e', measured], { cwd: folder, encoding: 'utf8' })),
  );
  return Math.min(...shares);
};
