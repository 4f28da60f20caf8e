import { type HttpResponse, type Transport, transportFailure } from '@patchbay/core';
import type {
  IDataObject,
  IExecuteFunctions,
  IHookFunctions,
  IHttpRequestMethods,
  IHttpRequestOptions,
  ILoadOptionsFunctions,
} from 'n8n-workflow';

/** The contexts of n8n that a vendor is called from. */
export type Caller = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions;

/** Longest time for one exchange, in milliseconds. */
const timeout = 60_000;

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

/** The first of an error and its causes that names a code. n8n wraps what went wrong, sometimes twice. */
const rootOf = (error: Thrown | undefined, depth = 0): Thrown | undefined =>
  error === undefined || depth > 3 || error.response || typeof error.code === 'string'
    ? error
    : (rootOf(error.cause, depth + 1) ?? error);

/** What n8n threw instead of an answer, in the core's words; as it is where n8n itself refused, for its message is the best. */
const failureOf = (thrown: unknown, host: string): unknown => {
  const { code, message } = rootOf(thrown as Thrown) ?? {};
  if (typeof code !== 'string') return thrown;
  return transportFailure({ code, host, timeLimit: timeout, message: String(message) }) ?? thrown;
};

/** The refusal that n8n threw. What was thrown with a success inside is an answer that broke off. */
const refusalIn = (thrown: unknown): HttpResponse | undefined => {
  const { status, headers, data } = rootOf(thrown as Thrown)?.response ?? { status: 0 };
  return status >= 400 ? { status, headers: lowerCase(headers), content: textOf(data) } : undefined;
};

/**
 * HTTP by n8n, which adds what the credential proves. Answers of every status come back as data, except 401 to an OAuth
 * credential: n8n renews its token only when that is thrown.
 * @throws TransportError when no answer came; what n8n throws when it sends nothing, such as for a missing credential
 */
export const n8nTransport =
  (caller: Caller, credential: string, renewable: boolean): Transport =>
  async ({ method, url, headers, content }, { signal }) => {
    const options: IHttpRequestOptions = {
      method: method as IHttpRequestMethods,
      url,
      headers: { ...headers },
      ...(typeof content === 'string' && { body: content }),
      encoding: 'text',
      json: false,
      returnFullResponse: true,
      ignoreHttpStatusErrors: renewable ? { ignore: true, except: [401] } : true,
      disableFollowRedirect: true,
      timeout,
      ...(signal && { abortSignal: signal }),
    };
    try {
      const answer: { statusCode: number; headers: IDataObject; body: unknown } =
        await caller.helpers.httpRequestWithAuthentication.call(caller, credential, options);
      return { status: answer.statusCode, headers: lowerCase(answer.headers), content: textOf(answer.body) };
    } catch (thrown) {
      const refusal = refusalIn(thrown);
      if (refusal) return refusal;
      throw failureOf(thrown, new URL(url).host);
    }
  };
