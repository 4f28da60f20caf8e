import type { ErrorShape } from '../define/errors.ts';
import { HttpError } from '../errors/http-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import { doubtAbout } from '../project/evidence.ts';
import type { Operation } from '../project/operation.ts';
import { parseJson } from './parse-json.ts';
import { retryAfterSecondsOf } from './retry-after.ts';
import type { HttpResponse } from './transport.ts';
import { valueAt } from './value-at.ts';

/** What to do when it is not known whether something was done. */
export const lookFirst = ({ vendor }: Operation): string =>
  `It may have been done all the same: look in ${vendor.label} before sending it again`;

interface VendorWords {
  readonly text?: string;
  readonly code?: string;
  readonly reference?: string;
}

const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 500) || undefined : undefined;

const wordsIn = (answer: unknown, { list, message, detail, code, field }: ErrorShape): VendorWords | undefined => {
  const entries = list === undefined ? [answer] : valueAt(answer, list);
  if (!Array.isArray(entries)) return undefined;
  const texts = entries.map((entry) => {
    const said = [valueAt(entry, message)].flat().map(wordOf).filter(Boolean).join(', ');
    const where = field === undefined ? undefined : wordOf(valueAt(entry, field));
    const more = detail === undefined ? undefined : wordOf(valueAt(entry, detail));
    const named = where && said && !said.includes(where) ? `${where}: ${said}` : said;
    return [named, more].filter(Boolean).join(': ');
  });
  const text = texts.filter(Boolean).join('; ');
  const coded = code === undefined ? undefined : wordOf(valueAt(entries[0], code));
  return text ? { text, ...(coded && { code: coded }) } : undefined;
};

const answerIn = (content: string): unknown => {
  try {
    return parseJson(content);
  } catch {
    return undefined;
  }
};

const vendorWords = ({ vendor }: Operation, content: string): VendorWords => {
  const answer = answerIn(content);
  if (answer === undefined) return {};
  let words: VendorWords = {};
  for (const shape of vendor.errors.shapes) {
    const found = wordsIn(answer, shape);
    if (!found) continue;
    words = found;
    break;
  }
  const reference = vendor.errors.reference && wordOf(valueAt(answer, vendor.errors.reference));
  return { ...words, ...(reference && { reference }) };
};

/** Whether the vendor may have done all the same what must not be done twice. 503 says that it did not begin. */
const mayBeDone = ({ idempotent }: Operation, status: number): boolean =>
  !idempotent && status >= 500 && status !== 503;

const adviceFor = (operation: Operation, status: number, words: VendorWords, wait: number | undefined): string => {
  const { vendor, definition } = operation;
  if (mayBeDone(operation, status)) return lookFirst(operation);
  const doubt = doubtAbout(definition.evidence, vendor);
  if (doubt && (status === 404 || status === 405))
    return `This operation is ${doubt}: it may not exist, or the identifier is wrong`;
  const known = (key: string | undefined): string | undefined =>
    key !== undefined && Object.hasOwn(vendor.errors.advice, key) ? vendor.errors.advice[key] : undefined;
  const advice = known(words.code) ?? known(words.text) ?? known(String(status));
  if (wait !== undefined && status === 429) return `${advice ? `${advice}; ` : ''}free again in ${wait} s`;
  if (advice !== undefined) return advice;
  if (status < 400) return 'It was sent on to another address, where nothing is sent: check the base URL';
  return status >= 500 ? 'Try again later' : 'Check the input';
};

/** Some vendors answer 2xx and say inside that it failed. Parsing is left out where it cannot be. */
const failedInside = ({ vendor }: Operation, content: string): boolean => {
  const marks = (vendor.errors.inside ?? []).filter(
    ({ path, equals }) =>
      content.includes(`"${path.split('.').at(-1)}"`) &&
      (equals === undefined || content.includes(JSON.stringify(equals))),
  );
  if (marks.length === 0) return false;
  const answer = answerIn(content);
  return marks.some(({ path, equals }) => {
    const value = valueAt(answer, path);
    return equals === undefined ? typeof value === 'string' : value === equals;
  });
};

const isHtml = (response: HttpResponse): boolean =>
  /^(text\/html|application\/xhtml)/i.test(response.headers['content-type'] ?? '') ||
  /^\s*<(!doctype|html)/i.test(response.content.slice(0, 100));

/** What is wrong with an answer, or `undefined` when it is a success. Redirects and HTML are never a success. */
export const failureOf = (
  operation: Operation,
  response: HttpResponse,
  now: number,
): HttpError | ResponseError | undefined => {
  const { vendor, key, method, path } = operation;
  const { status } = response;
  const where = { vendor: vendor.name, operation: key };
  if (status >= 200 && status < 300) {
    if (!response.stream && isHtml(response))
      return new ResponseError(`${vendor.label} answered with a web page instead of data`, response.content, {
        ...where,
        advice: 'Check the base URL; it may also be down for maintenance',
        retryable: true,
      });
    if (!failedInside(operation, response.content)) return undefined;
  }
  const words = vendorWords(operation, response.content);
  const wait = retryAfterSecondsOf(vendor, response, now);
  const said = words.text ? `: ${words.text}` : '';
  const reference = words.reference ? ` (reference ${words.reference})` : '';
  return new HttpError(`${vendor.label} answered ${status} to "${operation.definition.summary}"${said}${reference}`, {
    ...where,
    status,
    target: `${method} ${path}`,
    advice: adviceFor(operation, status, words, wait),
    ...(mayBeDone(operation, status) && { retryable: false }),
    ...(words.code !== undefined && { vendorCode: words.code }),
    ...(words.reference !== undefined && { reference: words.reference }),
    ...((status === 429 || status === 503) && wait !== undefined && { retryAfterSeconds: wait }),
  });
};
