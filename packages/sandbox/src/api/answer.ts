import { ApiError, refusal } from '../api-error.ts';
import type { Twin } from '../twin.ts';
import { errorBodyOf } from './error-body.ts';

/** An answer of a twin's API. */
export interface Answer {
  readonly status: number;
  /** Empty for an empty answer */
  readonly content: string;
  /** @default JSON */
  readonly type?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** It says nothing of the quota: it does not come from the API itself */
  readonly bare?: boolean;
  /** Why it was refused */
  readonly problem?: string;
}

/** An answer with JSON; empty for `undefined`. */
export const jsonAnswer = (status: number, content: unknown, headers: Answer['headers'] = {}): Answer => ({
  status,
  content: content === undefined ? '' : JSON.stringify(content),
  headers,
});

const plainAnswer = (status: number, content: string, headers: Answer['headers']): Answer => ({
  status,
  content,
  type: 'text/plain; charset=utf-8',
  headers,
});

/**
 * The answer that a refusal becomes: in the vendor's own shape. What is no refusal is a failure of the sandbox.
 * @param path of the request below the base URL
 */
export const errorAnswer = (twin: Twin, error: unknown, path: string): Answer => {
  if (!(error instanceof ApiError)) twin.report(error);
  const told = error instanceof ApiError ? error : refusal(500, 'Server error', 'The sandbox failed; its log says why');
  const adapted = twin.rules.refuse?.(told, path) ?? told;
  const body = errorBodyOf(twin, adapted, path);
  const { status, headers } = adapted;
  return {
    ...(typeof body === 'string' ? plainAnswer(status, body, headers) : jsonAnswer(status, body, headers)),
    problem: adapted.message,
  };
};

const quotaHeaders = ({ vendor, quota }: Twin): Record<string, string> => {
  const { headers } = vendor.quota;
  if (!headers) return {};
  return {
    [headers.limit]: String(quota.limit),
    [headers.remaining]: String(quota.remaining()),
    [headers.reset]: String(quota.resetSeconds()),
  };
};

/**
 * All headers of an answer.
 * @param known the request's credential was accepted, so its quota is told
 */
export const headersOf = (twin: Twin, answer: Answer, known: boolean): Record<string, string> => ({
  // The twin's clock may stand elsewhere than this machine's, and dates in headers are read against this one.
  date: new Date(twin.scheduler.now()).toUTCString(),
  ...(answer.content === '' ? {} : { 'content-type': answer.type ?? 'application/json; charset=utf-8' }),
  ...(known && !answer.bare && quotaHeaders(twin)),
  ...answer.headers,
});
