import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Folder of one of the packages that users install. */
export const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** The importable example that tells the demo's story, as the package ships it. */
export const storyExample = (name: string): unknown =>
  JSON.parse(readFileSync(join(packageFolder(name), 'examples/plan-new-collections.json'), 'utf8'));
