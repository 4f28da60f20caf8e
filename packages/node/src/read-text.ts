import type { Readable } from 'node:stream';

/**
 * The content of a stream as text.
 * @param limit in bytes
 * @throws Error with axios's words for an answer beyond its limit
 */
export const readText = async (stream: Readable, limit: number): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new Error(`maxContentLength size of ${limit} exceeded`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};
