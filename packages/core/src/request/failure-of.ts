import { HttpError } from '../errors/http-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import { doubtAbout } from '../project/evidence.ts';
import type { Operation } from '../project/operation.ts';
import { parseJson } from './parse-json.ts';
import { retryAfterSecondsOf } from './retry-after.ts';
import type { HttpResponse } from './transport.ts';
import { valueAt } from './value-at.ts';

interface VendorWords {
  readonly text?: string;
  readonly code?: string;
  readonly reference?: string;
}

const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 500) || undefined : undefined;

const vendorWords = ({ vendor }: Operation, content: string): VendorWords => {
  let answer: unknown;
  try {
    answer = parseJson(content);
  } catch {
    return {};
  }
  const { errors } = vendor;
  const list = valueAt(answer, errors.list);
  const entries = Array.isArray(list) ? list : [];
  const texts = entries.map((entry) =>
    [wordOf(valueAt(entry, errors.message)), wordOf(valueAt(entry, errors.detail))].filter(Boolean).join(': '),
  );
  const code = wordOf(valueAt(entries[0], errors.code));
  const reference = wordOf(valueAt(answer, errors.reference));
  const text = texts.filter(Boolean).join('; ');
  return { ...(text && { text }), ...(code && { code }), ...(reference && { reference }) };
};

const adviceFor = (
  operation: Operation,
  status: number,
  code: string | undefined,
  wait: number | undefined,
): string => {
  const { vendor, definition } = operation;
  const doubt = doubtAbout(definition.evidence, vendor);
  if (doubt && (status === 404 || status === 405))
    return `This operation is ${doubt}: it may not exist, or the identifier is wrong`;
  const advice = (code !== undefined && vendor.errors.advice[code]) || vendor.errors.advice[String(status)];
  if (wait !== undefined && status === 429) return `${advice ? `${advice}; ` : ''}free again in ${wait} s`;
  return advice ?? (status >= 500 ? 'Try again later' : 'Check the input');
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
  if (status >= 200 && status < 300)
    return isHtml(response)
      ? new ResponseError(`${vendor.label} answered with a web page instead of data`, response.content, {
          ...where,
          advice: 'Check the base URL; it may also be down for maintenance',
          retryable: true,
        })
      : undefined;
  const words = vendorWords(operation, response.content);
  const wait = retryAfterSecondsOf(vendor, response, now);
  const said = words.text ? `: ${words.text}` : '';
  const reference = words.reference ? ` (reference ${words.reference})` : '';
  return new HttpError(`${vendor.label} answered ${status} to "${operation.definition.summary}"${said}${reference}`, {
    ...where,
    status,
    target: `${method} ${path}`,
    advice: adviceFor(operation, status, words.code, wait),
    ...(words.code !== undefined && { vendorCode: words.code }),
    ...(words.reference !== undefined && { reference: words.reference }),
    ...((status === 429 || status === 503) && wait !== undefined && { retryAfterSeconds: wait }),
  });
};
