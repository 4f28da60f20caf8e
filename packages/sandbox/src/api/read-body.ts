import type { Operation } from '@patchbay/core';
import { refusal } from '../api-error.ts';
import { boundaryOf } from '../files/multipart.ts';
import { readContent } from '../read-content.ts';
import type { Twin } from '../twin.ts';
import { bodyShapeOf, isFileField } from './body-shape.ts';
import { type BodyParts, checkBody } from './check-body.ts';
import { dropFiles, formParts } from './form-body.ts';
import { jsonParts } from './json-body.ts';
import { meantOperation, narrowedBy } from './meant-operation.ts';
import type { RouteMatch } from './routes.ts';

type Values = Readonly<Record<string, unknown>>;

/** The content of a request as its handler gets it, and the operation that it means. */
export interface ReadBody {
  readonly operation: Operation;
  readonly body: Values;
}

/**
 * Called with a request's content for the log: its text, or for a form its parts with files told by name, size and hash; and
 * with the operation that it means.
 */
export type Keep = (content: string, operation: Operation) => void;

const formOf = async (
  twin: Twin,
  { operation, path }: RouteMatch,
  request: Request,
  boundary: string,
  keep: Keep,
): Promise<ReadBody> => {
  const shape = bodyShapeOf(operation, twin.rules.alsoTaken?.[operation.key] ?? []);
  if (![...shape.wrapped, ...shape.outside].some(({ field }) => isFileField(field)))
    throw refusal(400, 'Wrong content type', `"${operation.definition.summary}" takes no form`);
  const parts: BodyParts = await formParts(
    shape,
    request.body ?? new ReadableStream<Uint8Array>(),
    boundary,
    twin.files,
  );
  keep(JSON.stringify({ ...parts.wrapped, ...parts.outside }), operation);
  try {
    return { operation, body: checkBody(shape, parts, path) };
  } catch (error) {
    dropFiles([...Object.values(parts.wrapped), ...Object.values(parts.outside)], twin.files);
    throw error;
  }
};

const jsonOf = (
  twin: Twin,
  { path }: RouteMatch,
  operation: Operation,
  content: string,
  contentType: string,
): Values => {
  if (!operation.definition.body) return {};
  const shape = bodyShapeOf(operation, twin.rules.alsoTaken?.[operation.key] ?? []);
  return checkBody(shape, jsonParts(shape, content, contentType, twin.rules.missingWrapping), path);
};

/** Of operations with one route, the first that takes the content; when none does, what the meant one has against it. */
const firstThatTakes = (operations: readonly Operation[], read: (operation: Operation) => Values): ReadBody => {
  const refusals: unknown[] = [];
  for (const operation of operations) {
    try {
      return { operation, body: read(operation) };
    } catch (error) {
      refusals.push(error);
    }
  }
  throw refusals[0];
};

/**
 * Reads the content of a request: JSON or a form, known fields only, each of its kind.
 * @param keep called with the content for the log, before anything is checked
 * @throws ApiError 400 for content that cannot be read, 413, 422 naming every field at fault
 */
export const readBody = async (twin: Twin, match: RouteMatch, request: Request, keep: Keep): Promise<ReadBody> => {
  const contentType = request.headers.get('content-type') ?? '';
  const boundary = boundaryOf(contentType);
  const { operation, others, ...rest } = narrowedBy(match, boundary !== undefined);
  if (operation.definition.body && boundary !== undefined)
    return formOf(twin, { ...rest, operation, others }, request, boundary, keep);
  const content = await readContent(request);
  const meant = meantOperation({ operation, others }, content);
  keep(content, meant);
  const further = [operation, ...others].filter((one) => one !== meant);
  const found = firstThatTakes([meant, ...further], (one) => jsonOf(twin, match, one, content, contentType));
  keep(content, found.operation);
  return found;
};
