import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import { type HttpRequest, type HttpResponse, type Transport, transportFailure } from '@patchbay/core';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { answerStream, contentStream } from './content-stream.ts';
import { type IdleTimer, startIdleTimer } from './idle-timer.ts';
import { readText } from './read-text.ts';
import { contentErrorOf, transportErrorOf } from './transport-error-of.ts';

/** Limits of a transport. */
export interface AxiosTransportOptions {
  /**
   * Longest time for one exchange, in milliseconds. Where content is streamed, in either direction, longest time without a
   * byte. @default 60000
   */
  readonly timeLimit?: number;
  /** Largest answer held in memory, in bytes; streams have no limit. @default 52428800 (50 MB) */
  readonly maxAnswerSize?: number;
}

const asIs = (content: unknown): unknown => content;

const lowerCase = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

const bodyOf = (content: HttpRequest['content'], timer: IdleTimer): string | Readable | undefined =>
  content === undefined || typeof content === 'string' ? content : contentStream(content, timer.touch);

// The length of a file is the length of what arrives only when nothing is compressed on the way.
// axios names a form where there is no content at all; `false` keeps it from that.
const headersFor = (
  { headers, content }: Pick<HttpRequest, 'headers' | 'content'>,
  expect: 'text' | 'stream',
): Record<string, string | false> => ({
  ...(content === undefined && { 'content-type': false }),
  ...(expect === 'stream' && { 'accept-encoding': 'identity' }),
  ...headers,
});

/**
 * HTTP by axios: connections are kept, redirects are never followed, every status code resolves, time and size of an answer
 * are limited, and content is streamed both ways without being held.
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
  const answerOf = async (
    { status, headers, data }: AxiosResponse<string | Readable>,
    failure: (cause: unknown, late: boolean) => Error,
  ): Promise<HttpResponse> => {
    const head = { status, headers: lowerCase(headers) };
    if (typeof data === 'string') return { ...head, content: data };
    // The vendor's words about a failure are read even where a file was asked for.
    if (status >= 300) return { ...head, content: await readText(data, maxAnswerSize) };
    return { ...head, content: '', stream: answerStream(data, timeLimit, failure) };
  };
  return async ({ method, url, headers, content }, { signal, expect = 'text' }) => {
    // A limit on the whole exchange: axios's own starts anew with every byte, so a trickle could hold a caller for ever.
    const timer = startIdleTimer(timeLimit);
    const { host } = new URL(url);
    const failure = (cause: unknown, late: boolean): Error =>
      (late && transportFailure({ code: 'ECONNABORTED', host, timeLimit, message: '' })) ||
      transportErrorOf(cause, host, timeLimit);
    const data = bodyOf(content, timer);
    try {
      const answer = await http.request<string | Readable>({
        method,
        url,
        headers: headersFor({ headers, ...(content !== undefined && { content }) }, expect),
        data,
        responseType: expect,
        maxContentLength: expect === 'text' ? maxAnswerSize : -1,
        signal: AbortSignal.any(signal ? [timer.signal, signal] : [timer.signal]),
      });
      return await answerOf(answer, failure);
    } catch (error) {
      if (typeof data === 'object' && data.errored) throw contentErrorOf(data.errored);
      throw failure(error, timer.signal.aborted);
    } finally {
      timer.stop();
      // An answer may come before all was sent, such as a refusal by size: the rest is not read any more.
      if (typeof data === 'object') data.destroy();
    }
  };
};
