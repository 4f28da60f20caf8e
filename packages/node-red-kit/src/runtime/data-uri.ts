import type { Field } from '@patchbay/core';
import { holdsFile } from '../takes-files.ts';
import type { FileOrigin } from './file-input.ts';
import { mediaTypeOf } from './media-type.ts';
import { ValueProblem } from './value-problem.ts';

const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8/, 'image/gif'],
  [/^RIFF.{4}WEBP/s, 'image/webp'],
  [/^\s*<(\?xml[^>]*>\s*<)?svg/, 'image/svg+xml'],
];

const longestBeginning = 200;

const typeOf = (bytes: Uint8Array, { type, name }: FileOrigin): string | undefined => {
  const beginning = Buffer.from(bytes.subarray(0, longestBeginning)).toString('latin1');
  return beginnings.find(([pattern]) => pattern.test(beginning))?.[1] ?? type ?? mediaTypeOf(name ?? '');
};

/**
 * A Buffer as the data URI that such a field wants; anything else as it is.
 * @throws ValueProblem when nothing tells what is in it
 */
export const withDataUri = (field: Field, value: unknown, origin: FileOrigin): unknown => {
  if (!(value instanceof Uint8Array) || !holdsFile(field)) return value;
  const type = typeOf(value, origin);
  if (type === undefined)
    throw new ValueProblem('is a Buffer of which nobody says what it is: set msg.file.type, such as image/png');
  return `data:${type};base64,${Buffer.from(value).toString('base64')}`;
};
