import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';

const textOf = (content: unknown): string =>
  typeof content === 'string'
    ? content
    : inspect(content, {
        depth: 12,
        breakLength: Number.POSITIVE_INFINITY,
        maxArrayLength: null,
        maxStringLength: null,
      });

// Whole files of 200 MB go through some tests.
const longest = 5_000_000;

/**
 * Keeps what a host showed, logged or handed on in the folder that `PATCHBAY_TRAIL` names, for the search for secrets that ends
 * `.ci/run`. Without that folder nothing happens.
 * @param from where it was seen, such as `node-red log`
 */
export const leaveTrail = (from: string, content: unknown): void => {
  const folder = process.env.PATCHBAY_TRAIL;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${process.pid}.txt`), `${from}: ${textOf(content).slice(0, longest)}\n`, {
    mode: 0o600,
  });
};
