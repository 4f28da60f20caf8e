import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/cli.ts'],
  format: 'esm',
  platform: 'node',
  fixedExtension: true,
  dts: { entry: ['src/index.ts'] },
  sourcemap: true,
  publint: true,
  copy: [{ from: 'src/page/*', to: 'dist/page' }],
});
