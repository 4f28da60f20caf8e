import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

export type { Browser, Page } from 'playwright-core';

// Only what the page itself asks for goes over the network.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium without a window: Debian's, or the one that `PATCHBAY_CHROMIUM` names. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.PATCHBAY_CHROMIUM ?? '/usr/bin/chromium', args: flags });

/** Where screenshots go: the folder that `PATCHBAY_SCREENSHOTS` names, else a new one. */
export const screenshotFolder = (): string => {
  const folder = process.env.PATCHBAY_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'patchbay-screenshots-'));
  mkdirSync(folder, { recursive: true });
  return folder;
};
