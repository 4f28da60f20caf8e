import { checkField, type Field, withoutGiven } from '@patchbay/core';
import { ApiError, fieldProblem, type Problem } from '../api-error.ts';
import { StoredFile } from '../files/file-store.ts';
import type { BodyField, BodyShape } from './body-shape.ts';
import { isFileField } from './body-shape.ts';

type Content = Readonly<Record<string, unknown>>;

/** Content taken apart: what stands in the wrapping, and beside it. */
export interface BodyParts {
  readonly wrapped: Content;
  readonly outside: Content;
}

const fileProblems = (field: Field, value: unknown, name: string): Problem[] => {
  const files = field.kind === 'list' ? value : [value];
  const fits = Array.isArray(files) && files.every((file) => file instanceof StoredFile);
  return fits ? [] : [fieldProblem(name, 'must be a file of a form (multipart/form-data)')];
};

const problemsOf = ({ wire, field, required }: BodyField, content: Content): Problem[] => {
  if (!Object.hasOwn(content, wire)) return required ? [fieldProblem(wire, 'is missing')] : [];
  if (isFileField(field)) return fileProblems(field, content[wire], wire);
  return checkField(field, content[wire], wire).map((one) => fieldProblem(one.field, one.problem));
};

const unknownIn = (content: Content, known: ReadonlySet<string>): Problem[] =>
  Object.keys(content).flatMap((name) => (known.has(name) ? [] : [fieldProblem(name, 'is not known here')]));

const fixedProblems = ({ fixed }: BodyShape, outside: Content): Problem[] =>
  Object.entries(fixed).flatMap(([name, value]) =>
    JSON.stringify(outside[name]) === JSON.stringify(value)
      ? []
      : [fieldProblem(name, `must be ${JSON.stringify(value)}`)],
  );

const repeatedProblems = (
  { fromPath }: BodyShape,
  wrapped: Content,
  path: Readonly<Record<string, string>>,
): Problem[] =>
  fromPath.flatMap((name) =>
    String(wrapped[name]) === path[name] ? [] : [fieldProblem(name, 'must be the one of the path')],
  );

const named = (fields: readonly BodyField[], content: Content): [string, unknown][] =>
  fields.flatMap(({ name, wire, field }) =>
    Object.hasOwn(content, wire) ? [[name, withoutGiven(field, content[wire])]] : [],
  );

/**
 * Checks content and gives its values by the names that handlers know, without what only the vendor gives.
 * @throws ApiError 422 naming every field at fault
 */
export const checkBody = (
  shape: BodyShape,
  { wrapped, outside }: BodyParts,
  path: Readonly<Record<string, string>>,
): Content => {
  const { fixed, fromPath } = shape;
  const inside = new Set([...shape.wrapped.map(({ wire }) => wire), ...fromPath]);
  const beside = new Set([...shape.outside.map(({ wire }) => wire), ...Object.keys(fixed)]);
  const problems = [
    ...shape.wrapped.flatMap((field) => problemsOf(field, wrapped)),
    ...shape.outside.flatMap((field) => problemsOf(field, outside)),
    ...fixedProblems(shape, outside),
    ...repeatedProblems(shape, wrapped, path),
    ...unknownIn(wrapped, inside),
    ...unknownIn(outside, beside),
  ];
  if (problems.length > 0) throw new ApiError(422, problems);
  return Object.fromEntries([...named(shape.wrapped, wrapped), ...named(shape.outside, outside)]);
};
