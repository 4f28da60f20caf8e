import { ApiError, refusal } from '../api-error.ts';
import { readContent } from '../read-content.ts';
import { keptContent, masked } from '../request-log.ts';
import type { Call, Outcome } from '../rules.ts';
import type { Twin } from '../twin.ts';
import { genericHandler } from './generic.ts';
import { readBody } from './read-body.ts';
import { readQuery } from './read-query.ts';
import type { RouteMatch } from './routes.ts';

interface Incoming {
  readonly method: string;
  /** Below the base URL, still encoded */
  readonly path: string;
  readonly search: string;
  readonly headers: Headers;
  readonly content: string;
}

interface Answer {
  readonly status: number;
  /** JSON; empty text for an empty answer */
  readonly content: string;
  readonly headers: Record<string, string>;
  /** Why it was refused */
  readonly problem?: string;
}

const requireCredential = (twin: Twin, headers: Headers): void => {
  for (const [name, value] of Object.entries(twin.authHeaders))
    if (headers.get(name) !== value)
      throw refusal(401, 'Not Logged In', `The header ${name} is ${headers.has(name) ? 'wrong' : 'missing'}`);
};

const takeQuota = ({ quota }: Twin): void => {
  if (!quota.take()) throw refusal(429, 'Too Many Requests', `All ${quota.limit} requests of the day are used up`);
};

const quotaHeaders = ({ vendor, quota }: Twin): Record<string, string> => ({
  [vendor.quota.limit]: String(quota.limit),
  [vendor.quota.remaining]: String(quota.remaining()),
  [vendor.quota.reset]: String(quota.resetSeconds()),
});

const routeOf = (twin: Twin, { method, path }: Incoming): RouteMatch => {
  const routing = twin.route(method, path);
  if (!routing) throw refusal(404, 'Not found', `There is no path ${path}`);
  if ('operation' in routing) return routing;
  const allow = routing.allowed.join(', ');
  throw refusal(405, 'Method not allowed', `${path} takes ${allow}, not ${method}`, { allow });
};

const deprecationOf = ({ operation, query, body }: Call): Record<string, string> => {
  const used = operation.inputs.filter(
    ({ name, place, field }) => field.deprecated && Object.hasOwn(place === 'query' ? query : body, name),
  );
  if (used.length === 0) return {};
  return { deprecated: `Deprecated: ${used.map(({ name }) => name).join(', ')}` };
};

const contentOf = (call: Call, outcome: Outcome): unknown => {
  const { twin, operation, page } = call;
  const { rules, settings } = twin;
  if (outcome.kind === 'nothing') return undefined;
  if (outcome.kind === 'row')
    return operation.method === 'PUT' && settings.emptyUpdates ? undefined : rules.present(call, outcome.row);
  const rows = rules.select(call, outcome.rows);
  if (!page) return { [twin.vendor.rowsPath]: rows.map((row) => rules.present(call, row)) };
  const { pagination } = twin.vendor;
  return {
    [pagination.total]: rows.length,
    [pagination.limit]: page.limit,
    [pagination.offset]: page.offset,
    [pagination.rows]: rows.slice(page.offset, page.offset + page.limit).map((row) => rules.present(call, row)),
  };
};

const answerTo = (twin: Twin, { operation, path }: RouteMatch, incoming: Incoming): Answer => {
  const handler = twin.rules.handlers[operation.key] ?? genericHandler(operation);
  if (!handler)
    throw refusal(
      501,
      'Not in the sandbox',
      `The sandbox does not play ${operation.key} (${operation.method} ${operation.path}) yet`,
    );
  const body = readBody(
    operation,
    incoming.content,
    incoming.headers.get('content-type') ?? '',
    twin.rules.alsoTaken[operation.key],
  );
  const query = readQuery(operation, new URLSearchParams(incoming.search));
  const call: Call = { twin, operation, path, ...query, body, actor: 'api' };
  twin.rules.checkQuery(call);
  const outcome = handler(call);
  const content = contentOf(call, outcome);
  return {
    status: (outcome.kind === 'row' && outcome.status) || 200,
    content: content === undefined ? '' : JSON.stringify(content),
    headers: deprecationOf(call),
  };
};

const errorAnswer = (twin: Twin, error: unknown): Answer => {
  if (!(error instanceof ApiError)) twin.report(error);
  const told = error instanceof ApiError ? error : refusal(500, 'Server error', 'The sandbox failed; its log says why');
  const content = JSON.stringify(twin.rules.errorBody(told, twin.references.uuid()));
  return { status: told.status, content, headers: { ...told.headers }, problem: told.message };
};

const loggedHeaders = (twin: Twin, headers: Headers): Record<string, string> => {
  const secret = new Set(twin.secretHeaders);
  const entries = ['content-type', ...Object.keys(twin.authHeaders)].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, secret.has(name) ? masked(value) : value]];
  });
  return Object.fromEntries(entries);
};

/** Answers one request to a twin's API and writes it into the log. */
export const answerRequest = async (twin: Twin, request: Request, path: string): Promise<Response> => {
  const began = performance.now();
  const { search } = new URL(request.url);
  const incoming = { method: request.method, path, search, headers: request.headers, content: '' };
  let match: RouteMatch | undefined;
  let answer: Answer;
  let quota = {};
  try {
    requireCredential(twin, incoming.headers);
    try {
      takeQuota(twin);
    } finally {
      quota = quotaHeaders(twin);
    }
    incoming.content = await readContent(request);
    match = routeOf(twin, incoming);
    answer = answerTo(twin, match, incoming);
  } catch (error) {
    answer = errorAnswer(twin, error);
  }
  twin.logRequest({
    operation: match?.operation,
    method: incoming.method,
    path,
    query: Object.fromEntries(new URLSearchParams(search)),
    target: `${path}${search}`,
    headers: loggedHeaders(twin, incoming.headers),
    body: keptContent(incoming.content),
    status: answer.status,
    milliseconds: Math.round((performance.now() - began) * 10) / 10,
    answer: keptContent(answer.content),
    problem: answer.problem,
  });
  const type = answer.content === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
  return new Response(answer.content || null, {
    status: answer.status,
    headers: { ...type, ...quota, ...answer.headers },
  });
};
