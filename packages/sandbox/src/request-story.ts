import type { AnsweredRequest } from './twin.ts';

/** The name of a record in quotes, with a space before it; empty where there is none. */
export const namedIn = (record: unknown): string => {
  const name = typeof record === 'object' && record !== null ? (record as Readonly<Record<string, unknown>>).name : '';
  return typeof name === 'string' && name !== '' ? ` “${name}”` : '';
};

/** A request in plain words. */
export const requestStory = (request: AnsweredRequest): string => {
  const { operation, method, path, status, problem, answer, body } = request;
  const what = operation ? operation.definition.summary : `${method} ${path}`;
  if (status >= 400) return `${what}: refused with ${status}${problem ? `, ${problem}` : ''}`;
  return `${what}${namedIn(answer) || namedIn(body)}: ${status}`;
};
