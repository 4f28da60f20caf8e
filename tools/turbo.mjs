// Runs turbo with a Node that is new enough, without telemetry; with --quiet as first argument, what it says is shown only
// when it fails. Plain syntax on purpose: a Node that is too old must be able to say so.
import { spawnSync } from 'node:child_process';

const needed = 24;
if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `Patchbay needs Node ${needed} or newer; this is ${process.version}. Install it from your package manager and run the same command again.\n`,
  );
  process.exit(1);
}

const [first, ...rest] = process.argv.slice(2);
const quiet = first === '--quiet';
const { status, stdout, error } = spawnSync('turbo', quiet ? rest : [first, ...rest], {
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  stdio: quiet ? ['inherit', 'pipe', 'inherit'] : 'inherit',
  shell: process.platform === 'win32',
});
if (error) throw error;
if (quiet && status !== 0) process.stderr.write(stdout);
process.exit(status ?? 1);
