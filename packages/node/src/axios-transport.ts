import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ReadableStream } from 'node:stream/web';
import { type HttpRequest, type HttpResponse, type Transport, transportFailure } from '@patchbay/core';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { transportErrorOf } from './transport-error-of.ts';

/** Limits of a transport. */
export interface AxiosTransportOptions {
  /** Longest time for one exchange, in milliseconds; for a stream, until it begins. @default 60000 */
  readonly timeLimit?: number;
  /** Largest answer held in memory, in bytes; streams have no limit. @default 52428800 (50 MB) */
  readonly maxAnswerSize?: number;
}

const asIs = (content: unknown): unknown => content;

const lowerCase = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

const bodyOf = (content: HttpRequest['content']): string | Readable | undefined =>
  content === undefined || typeof content === 'string' ? content : Readable.fromWeb(content as ReadableStream);

const answerOf = async ({ status, headers, data }: AxiosResponse<string | Readable>): Promise<HttpResponse> => {
  const head = { status, headers: lowerCase(headers) };
  if (typeof data === 'string') return { ...head, content: data };
  // The vendor's words about a failure are read even where a file was asked for.
  if (status >= 300) return { ...head, content: await text(data) };
  return { ...head, content: '', stream: Readable.toWeb(data) as unknown as NonNullable<HttpResponse['stream']> };
};

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
    maxBodyLength: Number.POSITIVE_INFINITY,
    transformRequest: [asIs],
    transformResponse: [asIs],
    validateStatus: () => true,
  });
  return async ({ method, url, headers, content }, { signal, expect = 'text' }) => {
    // A limit on the whole exchange: axios's own starts anew with every byte, so a trickle could hold a caller for ever.
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), timeLimit);
    try {
      const answer = await http.request<string | Readable>({
        method,
        url,
        headers: { ...headers },
        data: bodyOf(content),
        responseType: expect,
        maxContentLength: expect === 'text' ? maxAnswerSize : -1,
        signal: AbortSignal.any(signal ? [limit.signal, signal] : [limit.signal]),
      });
      return await answerOf(answer);
    } catch (error) {
      const host = new URL(url).host;
      const late = limit.signal.aborted && transportFailure({ code: 'ECONNABORTED', host, timeLimit, message: '' });
      throw late || transportErrorOf(error, host, timeLimit);
    } finally {
      clearTimeout(timer);
    }
  };
};
