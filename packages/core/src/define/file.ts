/** A file as a caller gives it. It is opened anew for each try, so a request can be repeated without holding the file. */
export interface FileContent {
  /** Name with extension, without folders */
  readonly name: string;
  /** Media type. @default application/octet-stream */
  readonly type?: string;
  /** Bytes, where known; the request then carries a length */
  readonly size?: number;
  /** @throws ConnectorError `INPUT` when it cannot be opened (again) */
  open(): ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>;
}
