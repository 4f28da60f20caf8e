import { createHash, randomBytes } from 'node:crypto';
import type { CryptoPort } from '@patchbay/core';

/** The cryptography of Node.js. */
export const nodeCrypto: CryptoPort = {
  randomBytes: (size) => randomBytes(size),
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
};
