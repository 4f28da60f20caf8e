/**
 * Content to send, in the shape of a `Blob` that is not held in memory: n8n's HTTP reads it chunk by chunk. A stream of
 * Node.js would do as well, but its module is closed to community nodes.
 */
export interface SentContent {
  readonly [Symbol.toStringTag]: 'Blob';
  readonly size: number;
  readonly type: string;
  stream(): ReadableStream<Uint8Array>;
}

/** Thrown where content is wanted once more that was sent already; n8n does that after it has renewed a token. */
export class SentAlready extends Error {
  override readonly name = 'SentAlready';
}

const collected = async (content: ReadableStream<Uint8Array>): Promise<Blob> => await new Response(content).blob();

/**
 * A request's content as n8n's HTTP takes it. Without a length it is read into memory first, since n8n sends a length with
 * all that it does not know as a stream of Node.js.
 */
export const sentContent = async (
  content: ReadableStream<Uint8Array>,
  headers: Readonly<Record<string, string>>,
): Promise<SentContent> => {
  const length = Number(headers['content-length'] || Number.NaN);
  const whole = Number.isNaN(length) ? await collected(content) : undefined;
  let opened = false;
  return {
    [Symbol.toStringTag]: 'Blob',
    size: whole?.size ?? length,
    type: headers['content-type'] ?? 'application/octet-stream',
    stream: () => {
      if (whole) return whole.stream();
      if (opened) throw new SentAlready('The content was sent already');
      opened = true;
      return content;
    },
  };
};
