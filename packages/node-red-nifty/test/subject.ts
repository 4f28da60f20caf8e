import { fileURLToPath } from 'node:url';
import { nifty } from '@patchbay/core';
import type { Subject } from '@patchbay/node-red-suite';

/** This package. */
export const subject: Subject = { vendor: nifty, folder: fileURLToPath(new URL('..', import.meta.url)) };
