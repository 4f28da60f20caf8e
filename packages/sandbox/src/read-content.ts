import { refusal } from './api-error.ts';

const maxBytes = 5 * 1024 * 1024;

const tooLarge = () => refusal(413, 'Content too large', `The sandbox takes at most ${maxBytes} bytes`);

/**
 * The text of a request, with or without a Content-Length. (Hono's own limit builds a new Request from one without a length,
 * which Node's class refuses for this server's.)
 * @throws ApiError 413 when it is larger than 5 MB; the rest is not read
 */
export const readContent = async (request: Request): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
};
