import { join } from 'node:path';
import { lintPublished } from '@patchbay/n8n-lint';
import { expect, test } from 'vitest';

test("the built core passes n8n's rules on published JavaScript", async () => {
  expect(await lintPublished(join(import.meta.dirname, '../dist'))).toEqual([]);
});
