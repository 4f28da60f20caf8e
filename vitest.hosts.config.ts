import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The checks that need a real n8n, a packed package or Chromium: `.ci/run` runs them, `npm test` does not. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['**/*.host.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 300_000,
    hookTimeout: 900_000,
    fileParallelism: false,
  },
});
