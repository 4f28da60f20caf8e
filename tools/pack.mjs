import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// Packs every published package into dist/packages, as `pnpm publish` would.
const root = join(import.meta.dirname, '..');
const target = join(root, 'dist/packages');
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

for (const folder of readdirSync(join(root, 'packages'))) {
  const manifest = join(root, 'packages', folder, 'package.json');
  if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).private) continue;
  execFileSync('pnpm', ['pack', '--pack-destination', target], {
    cwd: join(root, 'packages', folder),
    stdio: 'ignore',
  });
}
for (const file of readdirSync(target)) process.stdout.write(`dist/packages/${file}\n`);
