import { parseJson } from '@patchbay/core';
import type { OAuthMode } from './authorization-server.ts';

/** Fields of a token request by their names, or what is wrong with its content. */
export type TokenContent = { readonly fields: Readonly<Record<string, string>> } | { readonly problem: string };

const formFields = (content: string): TokenContent => {
  const form = new URLSearchParams(content);
  const twice = [...form.keys()].find((name) => form.getAll(name).length > 1);
  if (twice !== undefined) return { problem: `${twice} stands there more than once` };
  return { fields: Object.fromEntries(form) };
};

const jsonFields = (content: string): TokenContent => {
  let value: unknown;
  try {
    value = parseJson(content);
  } catch {
    return { problem: 'The content is no JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: 'The content must be a JSON object' };
  const entries = Object.entries(value);
  const wrong = entries.find(([, entry]) => typeof entry !== 'string');
  if (wrong) return { problem: `${wrong[0]} must be a text` };
  return { fields: Object.fromEntries(entries) as Record<string, string> };
};

const readers = {
  form: { type: 'application/x-www-form-urlencoded', read: formFields },
  json: { type: 'application/json', read: jsonFields },
} as const;

/** Reads the content of a token request: in the vendor's encoding, or leniently in either. */
export const readTokenContent = (
  content: string,
  contentType: string,
  encoding: keyof typeof readers,
  mode: OAuthMode,
): TokenContent => {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  const taken = mode === 'strict' ? [readers[encoding]] : Object.values(readers);
  const reader = taken.find((one) => one.type === type);
  if (reader) return reader.read(content);
  return { problem: `Content-Type must be ${taken.map((one) => one.type).join(' or ')}` };
};
