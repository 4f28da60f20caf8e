import { hostAuthorization } from '../auth/authorization.ts';
import { ResponseError } from '../errors/response-error.ts';
import type { Operation } from '../project/operation.ts';
import { createGate } from '../quota/gate.ts';
import type { CallOptions } from './ports.ts';
import type { Row } from './read-answer.ts';
import { type SendPorts, send } from './send.ts';
import { valueAt } from './value-at.ts';

/** A file as it comes in. The stream must be read to its end or cancelled. */
export interface FileAnswer {
  /** Name without folders */
  readonly name: string;
  readonly type: string;
  /** Bytes, where the vendor tells */
  readonly size?: number;
  readonly stream: ReadableStream<Uint8Array>;
}

const textAt = (record: Row, path: string | undefined): string | undefined => {
  const value = path === undefined ? undefined : valueAt(record, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const addressOf = (operation: Operation, record: Row, baseUrl: string): URL => {
  const given = textAt(record, operation.definition.file?.url);
  try {
    const address = new URL(given ?? '', given?.startsWith('/') ? baseUrl : undefined);
    if (/^https?:$/.test(address.protocol)) return address;
  } catch {
    // Told below.
  }
  throw new ResponseError(`${operation.vendor.label} tells no address of the file`, '', {
    vendor: operation.vendor.name,
    operation: operation.key,
    advice: 'Read the record to see what it holds',
  });
};

const nameIn = (address: URL): string => {
  const last = address.pathname.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

/** What another host answers is its own: it says nothing of the vendor's quota, nor in the vendor's words. */
const elsewhere = (operation: Operation, { host }: URL): Operation => ({
  ...operation,
  vendor: {
    ...operation.vendor,
    label: host,
    errors: { shapes: [], advice: {} },
    quota: { budgets: [], source: operation.vendor.quota.source },
  },
});

/**
 * The content of the file that a record points to, as a stream. Credentials go along only to the origin of the base URL.
 * @throws ResponseError when the record names no address; errors of `send`
 */
export const downloadOf = async (
  operation: Operation,
  record: Row,
  ports: SendPorts,
  options: CallOptions,
): Promise<FileAnswer> => {
  const baseUrl = ports.baseUrl ?? operation.vendor.baseUrl;
  const address = addressOf(operation, record, baseUrl);
  const own = address.origin === new URL(baseUrl).origin;
  const request = { method: 'GET', url: address.href, headers: { accept: '*/*' } };
  const at = own ? operation : elsewhere(operation, address);
  const from = own ? ports : { ...ports, authorization: hostAuthorization, gate: createGate(at.vendor, ports.clock) };
  const response = await send(at, request, from, { ...options, expect: 'stream', anonymous: !own });
  const { file } = operation.definition;
  const size = Number(response.headers['content-length'] || Number.NaN);
  const type = response.headers['content-type']?.split(';')[0]?.trim();
  const name = textAt(record, file?.name) ?? nameIn(address);
  return {
    name: name.split(/[/\\]/).at(-1) || 'file',
    type: textAt(record, file?.type) ?? type ?? 'application/octet-stream',
    ...(Number.isFinite(size) && { size }),
    stream: response.stream ?? new Blob([response.content]).stream(),
  };
};
