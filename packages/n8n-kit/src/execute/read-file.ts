import { type FileContent, InputError } from '@patchbay/core';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

const missing = (field: string, problem: string): InputError =>
  new InputError('The file cannot be sent', [{ field, problem }], {
    advice: 'Name the field of the input that holds the file',
  });

const streamOf = (content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const chunks = content[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
};

/** In n8n's memory mode a file has no id: it is part of the item, as base64. */
const inMemory = (name: string, { data, mimeType }: IBinaryData): FileContent => {
  const bytes = Buffer.from(data, 'base64');
  return { name, type: mimeType, size: bytes.length, open: () => new Blob([bytes]).stream() };
};

/**
 * The file that an item carries in a binary field. It is opened anew for each try and streamed from n8n's storage; only where
 * n8n itself keeps files in memory, it is read from there.
 * @param field name of the binary field
 * @param input name of the input that the file is for, as errors call it
 * @throws InputError when the item has no such field
 */
export const readFile = async (
  context: IExecuteFunctions,
  item: number,
  field: unknown,
  input: string,
): Promise<FileContent> => {
  const binary = context.getInputData()[item]?.binary ?? {};
  const name = typeof field === 'string' ? field.trim() : '';
  const data = Object.hasOwn(binary, name) ? binary[name] : undefined;
  if (!data) {
    const there = Object.keys(binary);
    throw missing(
      input,
      there.length === 0 ? 'names a file, but the item has none' : `must be a field with a file: ${there.join(', ')}`,
    );
  }
  const { id, fileName, mimeType } = data;
  const extension = data.fileExtension ? `.${data.fileExtension}` : '';
  if (!id) return inMemory(fileName ?? `${name}${extension}`, data);
  const metadata = await context.helpers.getBinaryMetadata(id);
  return {
    name: fileName ?? metadata.fileName ?? `${name}${extension}`,
    type: mimeType,
    size: metadata.fileSize,
    open: async () => streamOf(await context.helpers.getBinaryStream(id)),
  };
};
