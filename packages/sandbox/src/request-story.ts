import { faultKinds } from './faults/fault.ts';
import type { AnsweredRequest } from './twin.ts';

/** The name of a record in quotes, with a space before it; empty where there is none. */
export const namedIn = (record: unknown): string => {
  const name = typeof record === 'object' && record !== null ? (record as Readonly<Record<string, unknown>>).name : '';
  return typeof name === 'string' && name !== '' ? ` “${name}”` : '';
};

const shownValues = 2;
const shownCharacters = 60;

/** What an update writes, as far as it is text; identifiers mean nothing to a reader. */
const writtenBy = ({ method, body }: AnsweredRequest): string => {
  if (method !== 'PUT' || typeof body !== 'object' || body === null) return '';
  const texts = Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && name !== 'name' && !name.endsWith('_id') ? [[name, value]] : [],
  );
  return texts
    .slice(0, shownValues)
    .map(([name, value]) => `, ${name} “${value?.slice(0, shownCharacters)}”`)
    .join('');
};

/** What went wrong on purpose, as the page names it. */
const struckBy = ({ faults, early }: AnsweredRequest): string =>
  faults
    .map((fault) => (fault === 'held' ? (early ? 'too early' : 'told to wait') : faultKinds[fault].label))
    .join(', ');

/** A request in plain words. */
export const requestStory = (request: AnsweredRequest): string => {
  const { operation, method, path, status, problem, answer, body, told } = request;
  const what = told ?? (operation ? operation.definition.summary : `${method} ${path}`);
  if (status === 0) return `${what}: connection cut (${struckBy(request) || 'by the client'})`;
  const why = struckBy(request);
  const struck = why && ` (${why})`;
  if (status >= 400)
    return `${what}: ${told === undefined ? 'refused with ' : ''}${status}${problem ? `, ${problem}` : ''}${struck}`;
  if (told !== undefined) return `${what}${struck}`;
  return `${what}${namedIn(answer) || namedIn(body)}${writtenBy(request)}: ${status}${struck}`;
};
