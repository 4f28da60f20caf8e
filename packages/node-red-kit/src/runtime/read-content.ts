import type { IncomingMessage } from 'node:http';

/** A request that a body parser in front may have read. */
export type MaybeRead = IncomingMessage & { readonly body?: unknown };

/**
 * The content of a request as text, or `undefined` as soon as it is larger than the limit in bytes. With the admin API and
 * the HTTP nodes under the same root, as Node-RED has them by default, the API's JSON parser has already read it.
 */
export const readContent = async (request: MaybeRead, limit: number): Promise<string | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  if (request.readableEnded) {
    const content = JSON.stringify(request.body) ?? '';
    return Buffer.byteLength(content) > limit ? undefined : content;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must outlive an early end: the refusal is still to be sent on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};
