import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages, vendors } from '@patchbay/core';

const root = join(import.meta.dirname, '../../../docs/reference');

for (const vendor of vendors) {
  const folder = join(root, vendor.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, content } of referencePages(vendor)) writeFileSync(join(folder, file), content);
}
