/** As much of a stream of Node.js as is needed here; its module is closed to community nodes. */
export interface NodeStream extends AsyncIterable<Uint8Array> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  destroy(error?: Error): unknown;
}

const sources = new WeakMap<ReadableStream<Uint8Array>, NodeStream>();

/**
 * The content of an answer as a web stream, read only as fast as it is consumed.
 * @param failure makes the error for what went wrong on the way
 */
export const answerStream = (source: NodeStream, failure: (cause: unknown) => unknown): ReadableStream<Uint8Array> => {
  let broken: unknown;
  let chunks: AsyncIterator<Uint8Array> | undefined;
  // Between two reads nobody else listens: an error would end n8n.
  source.on('error', (cause) => {
    broken = cause;
  });
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          chunks ??= source[Symbol.asyncIterator]();
          const { value, done } = await chunks.next();
          if (done && broken) throw broken;
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (cause) {
          controller.error(failure(cause));
        }
      },
      cancel() {
        source.destroy();
      },
    },
    { highWaterMark: 0 },
  );
  sources.set(stream, source);
  return stream;
};

/** The stream of Node.js behind a web stream of an answer that nobody has read from. */
export const nodeStreamOf = (stream: ReadableStream<Uint8Array>): NodeStream | undefined => sources.get(stream);

/**
 * The whole of a stream as text.
 * @param limit bytes that are kept; the rest is not read
 */
export const textOf = async (source: NodeStream, limit: number): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    text += decoder.decode(chunk, { stream: true });
    if (size > limit) break;
  }
  return text + decoder.decode();
};
