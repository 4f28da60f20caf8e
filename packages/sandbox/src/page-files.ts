import { readdirSync, readFileSync } from 'node:fs';

/** A file of the page as it is served. */
export interface PageFile {
  readonly content: string;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

// In the sources and in the built package alike, the files lie in `page/` beside this module.
const folder = new URL('./page/', import.meta.url);

/** The page's files by name, read once. */
export const readPageFiles = (): ReadonlyMap<string, PageFile> => {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const type = types[name.slice(name.lastIndexOf('.') + 1)];
    if (type) files.set(name, { content: readFileSync(new URL(name, folder), 'utf8'), type });
  }
  return files;
};
