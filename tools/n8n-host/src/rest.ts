import { setTimeout as sleep } from 'node:timers/promises';
import { HostError } from './host-error.ts';

const PUBLISHED_WITHIN_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 100;

/** What the owner logs in with. */
export interface Login {
  email: string;
  password: string;
}

/** One run of a workflow. */
export interface Execution {
  id: string;
  /** `new`, `running`, `success`, `error`, `crashed`, `canceled` or `waiting`. */
  status: string;
  /** What started it: `webhook`, `trigger`, `manual` ... */
  mode: string;
}

/**
 * A request to the interface that n8n's editor uses, as its owner.
 * @param path with its query, from `/rest/` on.
 * @returns the parsed answer, a page as text, undefined when it is empty.
 * @throws HostError `request-failed` with n8n's own words.
 */
export type RestRequest = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Logs in and gives the function that requests go through. */
export async function logIn(url: string, { email, password }: Login): Promise<RestRequest> {
  const answer = await send(url, 'POST', '/rest/login', {}, { emailOrLdapLoginId: email, password });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return async (method, path, body) => {
    const answer = await send(url, method, path, { cookie }, body);
    const text = await answer.text();
    if (answer.headers.get('content-type')?.startsWith('text/html')) return text;
    return text === '' ? undefined : JSON.parse(text);
  };
}

/**
 * Waits until every trigger of a published workflow is set up.
 * @throws HostError `publication-failed` with what the triggers say, or when n8n does not settle within a minute.
 */
export async function untilPublished(rest: RestRequest, workflowId: string): Promise<void> {
  const deadline = performance.now() + PUBLISHED_WITHIN_MILLISECONDS;
  for (;;) {
    const answer = await rest('GET', `/rest/workflows/${encodeURIComponent(workflowId)}/publication-status`);
    const { status, triggers } = (answer as { data: PublicationStatus }).data;
    if (status === 'published') return;
    const late = performance.now() > deadline;
    if (late || status === 'failed' || status === 'partial') {
      const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []).join('; ') || 'n8n gave no reason';
      throw new HostError('publication-failed', `Workflow ${workflowId} is ${status}, not published: ${reasons}`);
    }
    await sleep(POLL_MILLISECONDS);
  }
}

/** The runs of a workflow that n8n has kept, the latest first; 100 at most. */
export async function executionsOf(rest: RestRequest, workflowId: string): Promise<Execution[]> {
  const filter = encodeURIComponent(JSON.stringify({ workflowId }));
  const answer = await rest('GET', `/rest/executions?limit=100&filter=${filter}`);
  return (answer as { data: { results: Execution[] } }).data.results;
}

interface PublicationStatus {
  status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
  triggers: { errorMessage: string | null }[];
}

async function send(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<Response> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (response.ok) return response;
  const text = (await response.text()).slice(0, 500);
  throw new HostError('request-failed', `n8n answered ${method} ${path} with HTTP ${response.status}: ${text}`);
}
