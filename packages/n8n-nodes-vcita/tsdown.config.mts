import { defineConfig } from 'tsdown';

/** n8n requires each node and credential by its path and class name, and installs no dependencies. */
export default defineConfig({
  root: '.',
  entry: ['nodes/*/*.node.ts', 'credentials/*.credentials.ts'],
  format: 'cjs',
  platform: 'neutral',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  // Workspace packages are inlined; the build fails when anything from a registry would be.
  deps: { alwaysBundle: [/^@patchbay\//], onlyBundle: [] },
  inputOptions: { resolve: { conditionNames: ['@patchbay/source', 'default'] } },
  // Comments are a sixth of the package; names stay, since n8n finds classes by them.
  outputOptions: { chunkFileNames: 'shared/[name].js', exports: 'named', comments: false },
  dts: true,
  sourcemap: false,
  copy: [
    { from: 'nodes/**/*.json', to: 'dist/nodes', flatten: false },
    { from: 'icons/*.svg', to: 'dist/icons' },
  ],
});
