import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type Transport, TransportError } from '@patchbay/core';
import axios, { AxiosError, type AxiosInstance } from 'axios';

/** Limits of a transport. */
export interface AxiosTransportOptions {
  /** Longest time for one exchange, in milliseconds. @default 60000 */
  readonly timeLimit?: number;
  /** Largest answer taken, in bytes. @default 52428800 (50 MB) */
  readonly maxAnswerSize?: number;
}

const reasonOf = (error: AxiosError): TransportError => {
  const host = error.config?.url ? new URL(error.config.url).host : 'the server';
  const details = { cause: new Error(`${error.code ?? 'no code'}: ${error.message}`) };
  if (error.code === AxiosError.ERR_CANCELED)
    return new TransportError('The call was cancelled', { ...details, code: 'ABORTED' });
  if (error.code === AxiosError.ETIMEDOUT || error.code === AxiosError.ECONNABORTED)
    return new TransportError(`${host} did not answer in time`, { ...details, code: 'TIMEOUT', retryable: true });
  if (/maxContentLength/.test(error.message))
    return new TransportError(`The answer of ${host} is too large`, {
      ...details,
      code: 'ANSWER_TOO_LARGE',
      advice: 'Ask for fewer rows at once, or for fewer fields',
    });
  if (
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(
      error.code ?? '',
    )
  )
    return new TransportError(`${host} cannot be reached (${error.code})`, {
      ...details,
      code: 'UNREACHABLE',
      retryable: true,
      advice: 'Check the base URL and the network',
    });
  return new TransportError(`The connection to ${host} broke`, { ...details, code: 'CONNECTION_CUT', retryable: true });
};

const lowerCase = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

/**
 * HTTP by axios: connections are kept, redirects are never followed, every status code resolves, and time and size of an
 * answer are limited.
 * @throws TransportError when no answer came
 */
export const axiosTransport = (options: AxiosTransportOptions = {}): Transport => {
  const { timeLimit = 60_000, maxAnswerSize = 50 * 1024 * 1024 } = options;
  const http: AxiosInstance = axios.create({
    adapter: 'http',
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
    maxRedirects: 0,
    maxContentLength: maxAnswerSize,
    maxBodyLength: Number.POSITIVE_INFINITY,
    timeout: timeLimit,
    transitional: { clarifyTimeoutError: true },
    responseType: 'text',
    transformRequest: [(content) => content],
    transformResponse: [(content) => content],
    validateStatus: () => true,
  });
  return async ({ method, url, headers, content }, { signal }) => {
    try {
      const answer = await http.request<string>({
        method,
        url,
        headers: { ...headers },
        ...(content !== undefined && { data: content }),
        ...(signal && { signal }),
      });
      return { status: answer.status, headers: lowerCase(answer.headers), content: answer.data ?? '' };
    } catch (error) {
      // axios errors carry the request with its headers: only their words may leave here.
      if (error instanceof AxiosError) throw reasonOf(error);
      throw new TransportError('The request could not be sent', { code: 'UNREACHABLE', cause: error });
    }
  };
};
