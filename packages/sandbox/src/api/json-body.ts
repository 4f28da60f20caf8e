import { parseJson } from '@patchbay/core';
import { invalid, refusal } from '../api-error.ts';
import type { VendorRules } from '../rules.ts';
import type { BodyShape } from './body-shape.ts';
import type { BodyParts } from './check-body.ts';

type Content = Readonly<Record<string, unknown>>;

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (content: string): unknown => {
  try {
    return parseJson(content);
  } catch (error) {
    throw refusal(400, 'Invalid JSON', `The content cannot be read: ${(error as Error).message}`);
  }
};

const objectIn = (content: string, contentType: string): Content => {
  // Clients plan with no content at all: that counts as an empty object.
  if (content === '') return {};
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType))
    throw refusal(400, 'Wrong content type', `Content-Type must be application/json, but is "${contentType}"`);
  const value = parsed(content);
  if (!isContent(value)) throw refusal(400, 'Wrong content', 'The content must be a JSON object');
  return value;
};

type Missing = VendorRules['missingWrapping'];

/** What stands in the innermost object of a wrapping. */
const unwrapped = (content: Content, { wrap, inList }: BodyShape, missing: Missing): Content => {
  let current: unknown = content;
  for (const [depth, name] of wrap.entries()) {
    const where = wrap.slice(0, depth + 1).join('.');
    const above = current as Content;
    const stranger = depth > 0 && Object.keys(above).find((other) => other !== name);
    if (stranger) throw invalid(`${wrap.slice(0, depth).join('.')}.${stranger}`, 'is not known here');
    current = above[name];
    if (current === undefined && missing) throw missing(name);
    if (current === undefined) return {};
    if (inList && depth === wrap.length - 1) {
      if (!Array.isArray(current) || current.length !== 1) throw invalid(where, 'must be a list with one object');
      current = current[0];
    }
    if (!isContent(current)) throw invalid(where, 'must be an object');
  }
  return current as Content;
};

const without = (content: Content, names: (name: string) => boolean): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names(name)));

/**
 * JSON content, taken apart.
 * @param missing what the vendor says without the object around the fields
 * @throws ApiError 400 for content that is no JSON object, 422 for a wrong wrapping
 */
export const jsonParts = (shape: BodyShape, content: string, contentType: string, missing?: Missing): BodyParts => {
  const whole = objectIn(content, contentType);
  const [outermost] = shape.wrap;
  if (outermost !== undefined)
    return { wrapped: unwrapped(whole, shape, missing), outside: without(whole, (name) => name === outermost) };
  const beside = new Set([...shape.outside.map(({ wire }) => wire), ...Object.keys(shape.fixed)]);
  return {
    wrapped: without(whole, (name) => beside.has(name)),
    outside: without(whole, (name) => !beside.has(name)),
  };
};
