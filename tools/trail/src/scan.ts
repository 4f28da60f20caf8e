import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { secretsIn } from './secrets-in.ts';

// node src/scan.ts <folder of PATCHBAY_TRAIL> <log …>: ends with 1 when a secret of a sandbox stands in any of them.
const [folder = '', ...logs] = process.argv.slice(2);
const trails = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
const shown = 20;
const found: string[] = [];
let size = 0;
for (const file of [...trails, ...logs])
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    size += line.length;
    for (const { kind, excerpt } of secretsIn(line)) found.push(`${kind}: ${excerpt}`);
  }
for (const line of found.slice(0, shown)) process.stdout.write(`${line}\n`);
const megabytes = (size / 1e6).toFixed(1);
process.stdout.write(
  `${megabytes} MB of logs, errors, messages, items and pages of ${trails.length} processes: ${found.length} secrets in them\n`,
);
// Nothing to search means that nothing was left, not that nothing was found.
process.exitCode = found.length === 0 && trails.length > 0 ? 0 : 1;
