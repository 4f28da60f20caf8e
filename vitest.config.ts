import { createRequire } from 'node:module';
import { configDefaults, defineConfig } from 'vitest/config';

// n8n-core requires the CommonJS build; loading the other one too would make two classes of every error.
const require = createRequire(`${process.cwd()}/package.json`);
const n8nWorkflow = (): Record<string, string> => {
  try {
    return { 'n8n-workflow': require.resolve('n8n-workflow') };
  } catch {
    return {};
  }
};

/** Shared by all packages: `vitest run --config ../../vitest.config.ts` in each of them. */
export default defineConfig({
  resolve: { alias: n8nWorkflow() },
  ssr: { resolve: { conditions: ['@patchbay/source', 'node', 'default'] } },
  test: {
    include: ['{src,test,nodes,credentials}/**/*.test.{ts,mjs}'],
    exclude: [...configDefaults.exclude, '**/*.host.test.ts'],
    // A net under what hangs, not a measure of speed: on a busy machine a test of a second may take twenty.
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
