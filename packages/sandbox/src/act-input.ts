import { invalid, notFound } from './api-error.ts';
import type { ActInput } from './rules.ts';
import type { Row } from './store.ts';
import type { Twin } from './twin.ts';

/** What a person typed or chose, by the names of the inputs. */
export type Input = Readonly<Record<string, string>>;

/** A text to type. */
export const typed = (name: string, label: string): ActInput => ({ name, label });

/** A record to choose. */
export const chosen = (name: string, label: string, choose: string): ActInput => ({ name, label, choose });

/** @throws ApiError 422 when nothing was typed */
export const textOf = (input: Input, name: string): string => {
  const text = input[name]?.trim();
  if (!text) throw invalid(name, 'is missing');
  return text;
};

/** @throws ApiError 422 when nothing was chosen, 404 when it is gone */
export const recordOf = (input: Input, name: string, table: string, { store }: Twin): Row => {
  const id = textOf(input, name);
  const row = store.find(table, id);
  if (!row) throw notFound(table, id);
  return row;
};
