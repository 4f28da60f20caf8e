import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from './machine.ts';
import { reportText } from './report.ts';
import { measure } from './run.ts';

// Prints all figures and writes them to docs/benchmarks.md; with --quick it prints only, and takes less than a minute.
const { quick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;

const figures = await measure({ quick }, ({ title }) => process.stderr.write(`measured: ${title}\n`));
const text = reportText({ machine: machine(), day: new Date().toISOString().slice(0, 10), quick, figures });
process.stdout.write(text);
if (!quick) writeFileSync(join(import.meta.dirname, '../../../docs/benchmarks.md'), text);
// Connections that are kept would hold the process.
process.exit();
