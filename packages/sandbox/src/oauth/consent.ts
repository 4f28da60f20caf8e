import type { Context } from 'hono';
import { readContent } from '../read-content.ts';
import { shownQuery } from '../request-secrets.ts';
import type { Twin } from '../twin.ts';
import { type AuthorizationRequest, callbackUrl, readAuthorizationRequest } from './authorization-request.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import { consentPage, refusalPage } from './consent-page.ts';

/** Where a browser may be sent by a form, as a content security policy names it. Its grammar has no IPv6 addresses. */
const sourceOf = (redirectUri: string): string => {
  const { origin, protocol, hostname } = new URL(redirectUri);
  return hostname.startsWith('[') ? protocol : origin;
};

const headersFor = (request: AuthorizationRequest | undefined): Record<string, string> => ({
  // Browsers hold redirects after a form to `form-action` too, so where it leads is named.
  'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'${request ? ` ${sourceOf(request.redirectUri)}` : ''}; frame-ancestors 'none'`,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: with that the form would come from the origin `null`, and be refused.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
});

/** What becomes of a visit. */
interface Visit {
  readonly response: Response;
  readonly told: string;
}

const shown = async (
  context: Context,
  twin: Twin,
  server: AuthorizationServer,
  request: AuthorizationRequest,
): Promise<Visit> => ({
  response: await context.html(consentPage(twin, request, server.rules.person(twin)), 200, headersFor(request)),
  told: `${request.app.name} asks to connect`,
});

const refused = async (context: Context, twin: Twin, problem: string): Promise<Visit> => ({
  response: await context.html(refusalPage(twin, problem), 400, headersFor(undefined)),
  told: `Refused to ask for consent: ${problem}`,
});

const decided = (
  context: Context,
  twin: Twin,
  server: AuthorizationServer,
  request: AuthorizationRequest,
  allows: boolean,
): Visit => {
  const result = allows ? (['code', server.codes.give(request)] as const) : (['error', 'access_denied'] as const);
  const { name } = server.rules.person(twin);
  const response = context.body(null, 302, {
    location: callbackUrl(server, request, result),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  return { response, told: `${name} ${allows ? 'allowed' : 'denied'} ${request.app.name}` };
};

const visit = async (context: Context, twin: Twin, server: AuthorizationServer, content: string): Promise<Visit> => {
  const { method, url } = context.req;
  const request = readAuthorizationRequest(twin, server, new URL(url).searchParams);
  if (typeof request === 'string') return refused(context, twin, request);
  const isTrusted = request.app.trusted?.() === true;
  if (method !== 'POST' && !isTrusted) return shown(context, twin, server, request);
  const decision = isTrusted ? 'allow' : new URLSearchParams(content).get('decision');
  if (decision !== 'allow' && decision !== 'deny') return refused(context, twin, 'decision must be “allow” or “deny”.');
  return decided(context, twin, server, request, decision === 'allow');
};

/** Shows the consent page, and takes what is decided there. */
export const answerConsent = async (context: Context, twin: Twin, path: string): Promise<Response> => {
  const { oauth: server } = twin;
  if (!server) return context.notFound();
  const began = performance.now();
  const { method, raw, url } = context.req;
  const content = method === 'POST' ? await readContent(raw) : '';
  const { response, told } = await visit(context, twin, server, content);
  const { search } = new URL(url);
  const { status } = response;
  twin.logRequest({
    operation: undefined,
    method,
    path,
    ...shownQuery(path, search, true),
    headers: {},
    body: content === '' ? undefined : content.slice(0, 100),
    status,
    milliseconds: Math.round((performance.now() - began) * 10) / 10,
    answer: undefined,
    faults: [],
    early: false,
    problem: undefined,
    told,
  });
  return response;
};
