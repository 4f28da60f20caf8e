import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Places where a secret stands that nobody may read.
 * @param folder all files in it are looked into: databases and logs; packages are left out
 * @param texts what was shown or kept elsewhere, by a name for it
 */
export const leaksOf = (
  secrets: ReadonlySet<string>,
  folder: string,
  texts: Readonly<Record<string, string>>,
): string[] => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !file.includes('node_modules') && statSync(join(folder, file)).isFile(),
  );
  const places: [string, string][] = [
    ...files.map((file): [string, string] => [file, readFileSync(join(folder, file), 'latin1')]),
    ...Object.entries(texts),
  ];
  if (files.length < 2) throw new Error(`There is nothing of n8n in ${folder}`);
  return places.flatMap(([place, text]) =>
    [...secrets].filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret.slice(0, 4)}…`),
  );
};
