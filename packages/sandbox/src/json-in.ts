import { parseJson } from '@patchbay/core';
import type { Context } from 'hono';
import { readContent } from './read-content.ts';

/** The JSON that a request of the page carries; `undefined` when there is none. */
export const jsonIn = async (context: Context): Promise<unknown> => {
  try {
    return parseJson(await readContent(context.req.raw));
  } catch {
    return undefined;
  }
};
