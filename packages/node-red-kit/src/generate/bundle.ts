import type { UserConfig } from 'tsdown';

/**
 * How tsdown builds a vendor's package: one file of all that is ours, with axios beside it, and the icons.
 * @param name of the vendor; its entry is `src/<name>.ts`
 */
export const bundleOf = (name: string): UserConfig => ({
  entry: `src/${name}.ts`,
  format: 'esm',
  platform: 'node',
  // Node-RED finds the html file by the ending `.js` only.
  outExtensions: () => ({ js: '.js' }),
  dts: false,
  deps: { alwaysBundle: [/^@patchbay\//], onlyBundle: [] },
  inputOptions: { resolve: { conditionNames: ['@patchbay/source', 'node', 'import'] } },
  copy: [{ from: 'icons/*.svg', to: 'dist/icons' }],
});
