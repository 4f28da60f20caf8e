import { definitionsAsJson } from './definitions-as-json.ts';

/** How tsdown builds a vendor's package: n8n requires each node and credential by its path, and installs no dependencies. */
export const bundle = {
  root: '.',
  entry: ['nodes/*/*.node.ts', 'credentials/*.credentials.ts'],
  format: 'cjs' as const,
  platform: 'neutral' as const,
  outExtensions: () => ({ js: '.js' }),
  // Workspace packages are inlined; the build fails when anything from a registry would be.
  deps: { alwaysBundle: [/^@patchbay\//], onlyBundle: [] },
  inputOptions: { resolve: { conditionNames: ['@patchbay/source', 'default'] } },
  plugins: [definitionsAsJson()],
  // White space and local names are a seventh of the package. Names of functions and classes stay: n8n finds classes by
  // them, and whoever reads a user's stack finds the place in the source.
  minify: { compress: true, mangle: { toplevel: false, keepNames: true }, codegen: true },
  outputOptions: {
    // What the entries share is one file: it packs smaller than several.
    codeSplitting: { groups: [{ name: 'shared', test: /[\\/](core|n8n-kit)[\\/]src[\\/]/ }] },
    chunkFileNames: '[name]/patchbay.js',
    exports: 'named' as const,
    comments: false,
    minifyInternalExports: false,
  },
  dts: false,
  sourcemap: false,
  copy: [
    { from: 'nodes/**/*.json', to: 'dist/nodes', flatten: false },
    { from: 'icons/*.svg', to: 'dist/icons' },
  ],
};
