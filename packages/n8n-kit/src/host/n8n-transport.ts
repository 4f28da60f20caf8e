import {
  type ConnectorError,
  type HttpRequest,
  type HttpResponse,
  isConnectorError,
  type Transport,
  transportFailure,
} from '@patchbay/core';
import type {
  IAdditionalCredentialOptions,
  IDataObject,
  IExecuteFunctions,
  IHookFunctions,
  IHttpRequestMethods,
  IHttpRequestOptions,
  ILoadOptionsFunctions,
} from 'n8n-workflow';
import { answerStream, type NodeStream, textOf as textOfStream } from './answer-stream.ts';
import { SentAlready, sentContent } from './sent-content.ts';

/** The contexts of n8n that a vendor is called from. */
export type Caller = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions;

/** How n8n handles the credential. */
export interface CredentialHandling {
  /** Whether n8n gets a new token after a 401 that is thrown */
  readonly renewable?: boolean;
  /** What a part of what n8n threw says about a renewal that did not succeed */
  readonly failureOf?: (thrown: object) => ConnectorError | undefined;
}

/** Longest time without a byte in either direction, in milliseconds. */
const timeout = 60_000;

/** Bytes that are kept of a refusal where a file was expected. */
const refusalLimit = 1024 * 1024;

interface Thrown {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: Thrown;
  readonly response?: { readonly status: number; readonly headers?: object; readonly data?: unknown };
}

const lowerCase = (headers: object = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

const textOf = (content: unknown): string =>
  typeof content === 'string' ? content : content === undefined || content === null ? '' : JSON.stringify(content);

const isStream = (content: unknown): content is NodeStream =>
  typeof content === 'object' && content !== null && 'pipe' in content;

/** The first of an error and its causes that names a code. n8n wraps what went wrong, sometimes twice. */
const rootOf = (error: Thrown | undefined, depth = 0): Thrown | undefined =>
  error === undefined || depth > 3 || error.response || typeof error.code === 'string'
    ? error
    : (rootOf(error.cause, depth + 1) ?? error);

const causesOf = (error: unknown, depth = 0): object[] =>
  typeof error === 'object' && error !== null && depth < 5
    ? [error, ...causesOf((error as Thrown).cause, depth + 1)]
    : [];

/** What n8n threw instead of an answer, in the core's words; as it is where n8n itself refused, for its message is the best. */
const failureOf = (thrown: unknown, host: string): unknown => {
  // A file that could not be opened, and the like.
  const own = causesOf(thrown).find(isConnectorError);
  if (own) return own;
  const { code, message } = rootOf(thrown as Thrown) ?? {};
  if (typeof code !== 'string') return thrown;
  return transportFailure({ code, host, timeLimit: timeout, message: String(message) }) ?? thrown;
};

/** The refusal that n8n threw. What was thrown with a success inside is an answer that broke off. */
const refusalIn = async (thrown: unknown): Promise<HttpResponse | undefined> => {
  const { status, headers, data } = rootOf(thrown as Thrown)?.response ?? { status: 0 };
  if (status < 400) return undefined;
  const content = isStream(data) ? await textOfStream(data, refusalLimit) : textOf(data);
  return { status, headers: lowerCase(headers), content };
};

// Told as a refusal that names no wait: nothing was accepted, and the core opens the content anew for the next try.
const renewedMeanwhile: HttpResponse = { status: 429, headers: { 'retry-after': '0' }, content: '' };

// vPlan's `token_type` is `access_token`: n8n would put the token into the address.
const bearer: IAdditionalCredentialOptions = { oauth2: { tokenType: 'Bearer' } };

const bodyOf = async ({ content, headers }: HttpRequest): Promise<Pick<IHttpRequestOptions, 'body'>> => {
  if (content === undefined) return {};
  if (typeof content === 'string') return { body: content };
  return { body: (await sentContent(content, headers)) as unknown as IDataObject };
};

/**
 * HTTP by n8n, which adds what the credential proves. Answers of every status come back as data, except 401 to a credential
 * that n8n can renew: it does only when that is thrown. Content is streamed in both directions where the core asks for
 * it.
 * @throws TransportError when no answer came; what n8n throws when it sends nothing, such as for a missing credential
 */
export const n8nTransport =
  (caller: Caller, credential: string, handling: CredentialHandling = {}): Transport =>
  async (request, { signal, expect = 'text', anonymous = false }) => {
    const { method, url, headers } = request;
    const { host } = new URL(url);
    const options: IHttpRequestOptions = {
      method: method as IHttpRequestMethods,
      url,
      headers: { ...(expect === 'stream' && { 'accept-encoding': 'identity' }), ...headers },
      ...(await bodyOf(request)),
      encoding: expect === 'stream' ? 'stream' : 'text',
      json: false,
      returnFullResponse: true,
      ignoreHttpStatusErrors: handling.renewable && !anonymous ? { ignore: true, except: [401] } : true,
      disableFollowRedirect: true,
      timeout,
      ...(signal && { abortSignal: signal }),
    };
    try {
      const answer: { statusCode: number; headers: IDataObject; body: unknown } = anonymous
        ? await caller.helpers.httpRequest(options)
        : await caller.helpers.httpRequestWithAuthentication.call(caller, credential, options, bearer);
      const head = { status: answer.statusCode, headers: lowerCase(answer.headers) };
      if (!isStream(answer.body)) return { ...head, content: textOf(answer.body) };
      if (head.status >= 300) return { ...head, content: await textOfStream(answer.body, refusalLimit) };
      const stream = answerStream(answer.body, (cause) => failureOf(cause, host));
      return { ...head, content: '', stream };
    } catch (thrown) {
      const causes = causesOf(thrown);
      if (causes.some((cause) => cause instanceof SentAlready)) return renewedMeanwhile;
      for (const cause of causes) {
        const failed = handling.failureOf?.(cause);
        if (failed) throw failed;
      }
      const refusal = await refusalIn(thrown);
      if (refusal) return refusal;
      throw failureOf(thrown, host);
    }
  };
