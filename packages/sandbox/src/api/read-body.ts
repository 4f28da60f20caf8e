import { checkField, type Field, type Operation, parseJson } from '@patchbay/core';
import { ApiError, refusal } from '../api-error.ts';

type Body = Readonly<Record<string, unknown>>;

const parsed = (content: string): unknown => {
  try {
    return parseJson(content);
  } catch (error) {
    throw refusal(400, 'Invalid JSON', `The content cannot be read: ${(error as Error).message}`);
  }
};

const objectIn = (content: string, contentType: string): Body => {
  // Clients plan with no content at all: that counts as an empty object.
  if (content === '') return {};
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType))
    throw refusal(400, 'Wrong content type', `Content-Type must be application/json, but is "${contentType}"`);
  const value = parsed(content);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refusal(400, 'Wrong content', 'The content must be a JSON object');
  return value as Body;
};

const problemsOf = (name: string, field: Field, required: boolean, body: Body): string[] => {
  if (!Object.hasOwn(body, name)) return required ? [`${name}: is missing`] : [];
  return checkField(field, body[name], name).map((issue) => `${issue.field}: ${issue.problem}`);
};

/**
 * Reads the content of a request that may have one: JSON, known fields only, each of its kind.
 * @param alsoTaken further fields of the resource that the vendor takes
 * @throws ApiError 400 for content that is no JSON object, 422 naming every field at fault
 */
export const readBody = (
  operation: Operation,
  content: string,
  contentType: string,
  alsoTaken: readonly string[] = [],
): Body => {
  if (!operation.definition.body) return {};
  const body = objectIn(content, contentType);
  const fields = new Map<string, { field: Field; required: boolean }>();
  for (const { place, name, field, required } of operation.inputs)
    if (place === 'body') fields.set(name, { field, required });
  for (const name of alsoTaken) {
    const field = operation.resource.fields[name];
    if (field) fields.set(name, { field, required: false });
  }
  const problems = [...fields].flatMap(([name, { field, required }]) => problemsOf(name, field, required, body));
  for (const name of Object.keys(body)) if (!fields.has(name)) problems.push(`${name}: is not known here`);
  if (problems.length === 0) return body;
  throw new ApiError(
    422,
    problems.map((message) => ({ message, description: `"${operation.definition.summary}" refused it: ${message}` })),
  );
};
