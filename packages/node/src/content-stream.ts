import { pipeline, Readable, Transform } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';

/**
 * Content to send as axios takes it, one chunk in memory at a time.
 * @param onChunk called for every chunk that the connection took
 */
export const contentStream = (content: ReadableStream<Uint8Array>, onChunk: () => void): Readable => {
  const progress = new Transform({
    transform(chunk, _, done) {
      onChunk();
      done(null, chunk);
    },
  });
  // An error of either side reaches the other; who reads `progress` gets it.
  return pipeline(Readable.fromWeb(content as unknown as NodeStream), progress, () => undefined);
};

/**
 * The content of an answer, read only as fast as it is consumed.
 * @param timeLimit longest time without a byte, in milliseconds; a consumer that takes its time does not count
 * @param failure makes the error for what went wrong
 */
export const answerStream = (
  source: Readable,
  timeLimit: number,
  failure: (cause: unknown, late: boolean) => Error,
): ReadableStream<Uint8Array> => {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  // Between two reads nobody else listens: an error would end the process, and would be gone at the next read.
  let broken: unknown;
  source.on('error', (cause) => {
    broken = cause;
  });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let late = false;
        const timer = setTimeout(() => {
          late = true;
          source.destroy(new Error('idle'));
        }, timeLimit);
        try {
          const { value, done } = await chunks.next();
          if (done && broken) throw broken;
          if (done) controller.close();
          else controller.enqueue(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
        } catch (cause) {
          controller.error(failure(cause, late));
        } finally {
          clearTimeout(timer);
        }
      },
      cancel() {
        source.destroy();
      },
    },
    { highWaterMark: 0 },
  );
};
