/** A request as it goes out: everything is encoded, nothing is left to the host. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content?: string | ReadableStream<Uint8Array>;
}

/** An answer as it came in; header names are lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string;
  /** The content of a successful answer that was asked for as a stream; `content` is empty then */
  readonly stream?: ReadableStream<Uint8Array>;
}

/** What a transport needs to know beside the request. */
export interface TransportOptions {
  readonly signal?: AbortSignal | undefined;
  /** `stream` for content too large to hold. @default 'text' */
  readonly expect?: 'text' | 'stream';
  /** The address is not the vendor's API: a host that authorises requests itself must not do so */
  readonly anonymous?: boolean;
}

/**
 * The host's HTTP. It follows no redirect, resolves for every status code, and rejects with a `TransportError` when no
 * answer came.
 */
export type Transport = (request: HttpRequest, options: TransportOptions) => Promise<HttpResponse>;

/** The host's time. `sleep` rejects with a `TransportError` of code `ABORTED` as soon as the signal is aborted. */
export interface Clock {
  /** Milliseconds since 1970 */
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
