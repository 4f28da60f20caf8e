import { fileURLToPath } from 'node:url';
import { vcita } from '@patchbay/core';
import type { Subject } from '@patchbay/node-red-suite';

/** This package. */
export const subject: Subject = { vendor: vcita, folder: fileURLToPath(new URL('..', import.meta.url)) };
