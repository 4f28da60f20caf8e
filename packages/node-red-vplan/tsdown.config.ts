import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: 'src/vplan.ts',
  format: 'esm',
  platform: 'node',
  // Node-RED finds the html file by the ending `.js` only.
  outExtensions: () => ({ js: '.js' }),
  dts: false,
  deps: { alwaysBundle: [/^@patchbay\//], onlyBundle: [] },
  inputOptions: { resolve: { conditionNames: ['@patchbay/source', 'node', 'import'] } },
  copy: [{ from: 'icons/*.svg', to: 'dist/icons' }],
});
