import type { Scheduler } from './scheduler.ts';

/** What became of a posted message: the receiver's status, or why there is none. */
export interface PostResult {
  readonly status?: number;
  readonly problem?: string;
}

/** How a message is posted. */
export interface PostOptions {
  readonly fetch: typeof fetch;
  readonly timer: Scheduler['timer'];
  readonly timeLimitSeconds: number;
  /** Ends it early */
  readonly cut: AbortSignal;
  readonly sender: string;
}

/** Posts JSON once. Redirects are not followed, the answer's content is not read. It never rejects. */
export const post = async (url: string, body: string, options: PostOptions): Promise<PostResult> => {
  const { timeLimitSeconds } = options;
  const limit = new AbortController();
  const cancel = options.timer(() => limit.abort(), timeLimitSeconds * 1000);
  try {
    const answer = await options.fetch(url, {
      method: 'POST',
      // A kept connection that the receiver closes just then would look like a failed delivery.
      headers: { 'content-type': 'application/json', 'user-agent': options.sender, connection: 'close' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([limit.signal, options.cut]),
    });
    await answer.body?.cancel();
    return { status: answer.status };
  } catch (error) {
    if (limit.signal.aborted) return { problem: `no answer within ${timeLimitSeconds} s` };
    const { code, message } = ((error as Error).cause ?? error) as Error & { readonly code?: string };
    return { problem: code ?? message };
  } finally {
    cancel();
  }
};
