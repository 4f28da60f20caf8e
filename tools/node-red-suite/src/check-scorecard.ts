import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newFolder, packPackage, runProgram } from './pack.ts';
import type { Subject } from './subject.ts';

type Scorecard = Readonly<Record<string, { readonly test?: boolean }>>;

const runtime = createRequire(import.meta.resolve('@patchbay/node-red-runtime'));
const preload = fileURLToPath(new URL('offline-catalogue.cjs', import.meta.url));
const allRules = ['D01', 'D02', 'D03', 'N01', 'N02', 'P01', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08'];

/** The packed package by the rules of Node-RED's own scorecard. */
export const checkScorecard = (subject: Subject): void => {
  it("passes the rules of Node-RED's own scorecard", async () => {
    const folder = await newFolder();
    await runProgram('tar', ['-xzf', await packPackage(subject), '-C', folder]);
    const { version, engines } = runtime('node-red/package.json') as { version: string; engines: object };
    const scores = join(folder, 'scores.json');
    const validate = ['validate', '--path', join(folder, 'package'), '--output', scores];
    await runProgram('npx', ['--yes', '--prefer-offline', 'node-red-dev@0.1.6', ...validate], {
      env: {
        ...process.env,
        NODE_OPTIONS: `--require ${JSON.stringify(preload)}`,
        PATCHBAY_NODE_RED: JSON.stringify({ version, engines }),
      },
    });
    const scorecard = JSON.parse(await readFile(scores, 'utf8')) as Scorecard;
    const { package: _, ...rules } = scorecard;
    expect(Object.keys(rules).sort()).toEqual(allRules);
    const failed = Object.entries(rules).filter(([, { test }]) => test !== true);
    // D03 compares with what is newest in the registry today: it may fail without a change of ours.
    expect(failed.map(([rule]) => rule).filter((rule) => rule !== 'D03')).toEqual([]);
  });
};
