import { errorBodyOf } from '../api/error-body.ts';
import { setAt } from '../api/paths.ts';
import { refusal } from '../api-error.ts';
import type { Twin } from '../twin.ts';

/** An answer that looks like a success and tells of a failure: the vendor's error, with its mark of a failure inside. */
export const errorInside = (twin: Twin, path: string): unknown => {
  const told = refusal(200, 'The request could not be processed', 'A fault of the sandbox, switched on by somebody');
  const body = errorBodyOf(twin, told, path);
  const [mark] = twin.vendor.errors.inside ?? [];
  return mark && 'equals' in mark ? setAt(body, mark.path, mark.equals) : body;
};
