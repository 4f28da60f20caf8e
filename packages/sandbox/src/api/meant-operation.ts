import { type Operation, parseJson } from '@patchbay/core';
import { isFileField } from './body-shape.ts';
import type { RouteMatch } from './routes.ts';

const contentIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return Object(parseJson(text));
  } catch {
    // Whoever reads it afterwards says what is wrong with it.
    return {};
  }
};

const takesFile = ({ inputs }: Operation): boolean =>
  inputs.some(({ place, field }) => place === 'body' && isFileField(field));

/** A match without the operations that the kind of content rules out: a form means those that take a file, JSON the others. */
export const narrowedBy = (match: RouteMatch, isForm: boolean): RouteMatch => {
  const [first, ...more] = [match.operation, ...match.others].filter((one) => takesFile(one) === isForm);
  return first ? { ...match, operation: first, others: more } : match;
};

/**
 * Of operations with one method and path, the one that a request's content means: the first that always sends these very
 * values, such as `completed: false`. Without such values the first is meant.
 */
export const meantOperation = (
  { operation, others }: Pick<RouteMatch, 'operation' | 'others'>,
  text: string,
): Operation => {
  if (others.length === 0 || !operation.definition.body?.fixed) return operation;
  const content = contentIn(text);
  const fits = ({ definition }: Operation): boolean =>
    Object.entries(definition.body?.fixed ?? {}).every(
      ([name, value]) => JSON.stringify(content[name]) === JSON.stringify(value),
    );
  return [operation, ...others].find(fits) ?? operation;
};
