import type { AuthScheme } from '../define/auth-scheme.ts';
import { InputError } from '../errors/input-error.ts';
import type { HttpRequest } from '../request/transport.ts';

/** Adds to a request what proves who sends it. */
export interface Authorization {
  authorize(request: HttpRequest): HttpRequest | Promise<HttpRequest>;
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
