import type { AuthScheme } from '../define/auth-scheme.ts';
import type { HttpError } from '../errors/http-error.ts';
import { InputError } from '../errors/input-error.ts';
import type { HttpRequest } from '../request/transport.ts';

/** Adds to a request what proves who sends it. */
export interface Authorization {
  authorize(request: HttpRequest, signal?: AbortSignal): HttpRequest | Promise<HttpRequest>;
  /**
   * Called when the vendor answered 401: looks for a better proof. Left out where there is none.
   * @param refused what `authorize` made
   * @returns whether the request is worth sending once more
   * @throws GrantError when somebody has to connect the account again
   */
  renew?(refused: HttpRequest, because: HttpError, signal?: AbortSignal): Promise<boolean>;
}

/** For hosts that authorise requests themselves, as n8n does. */
export const hostAuthorization: Authorization = { authorize: (request) => request };

const missing = (scheme: AuthScheme, values: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(scheme.fields)
    .filter(([name, field]) => field.required && !values[name])
    .map(([name]) => name);

/**
 * Fills the header templates of a scheme with a credential's values.
 * @throws InputError when a required value is missing or one cannot travel in a header
 */
export const headerAuthorization = (scheme: AuthScheme, values: Readonly<Record<string, unknown>>): Authorization => {
  const issues = missing(scheme, values).map((field) => ({ field, problem: 'is missing' }));
  const headers: Record<string, string> = {};
  for (const [header, template] of Object.entries(scheme.headers)) {
    const value = template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '').trim());
    if (template.includes('{') && value === template.replace(/\{\w+\}/g, '')) continue;
    if (!/^[\x20-\x7e]*$/.test(value))
      issues.push({ field: header, problem: 'has characters that a header cannot carry' });
    headers[header] = value;
  }
  if (issues.length > 0) throw new InputError(`The ${scheme.label} credential is not complete`, issues);
  return { authorize: (request) => ({ ...request, headers: { ...request.headers, ...headers } }) };
};
