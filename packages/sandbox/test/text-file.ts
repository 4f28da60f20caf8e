import type { FileContent } from '@patchbay/core';

/** A small text to upload. */
export const textFile = (name: string, content: string): FileContent => ({
  name,
  type: 'text/plain',
  size: Buffer.byteLength(content),
  open: () => new Blob([content]).stream(),
});
