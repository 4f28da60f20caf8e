import type { FileContent } from '@patchbay/core';

/** A small file, which each surface takes in its own way. */
export class SampleFile {
  readonly name = 'plan.txt';
  readonly type = 'text/plain';
  readonly content = 'Six oak frames – ü';

  /** As the client takes it */
  get asContent(): FileContent {
    const bytes = new TextEncoder().encode(this.content);
    const { name, type } = this;
    return { name, type, size: bytes.byteLength, open: () => new Blob([bytes]).stream() };
  }

  /** Bytes as the hosts take them */
  get bytes(): Buffer {
    return Buffer.from(this.content);
  }
}

/** The files of an input by its names; a list of files is one with one entry. */
export const filesIn = (input: Readonly<Record<string, unknown>>): [string, SampleFile][] =>
  Object.entries(input).flatMap(([name, value]): [string, SampleFile][] => {
    const file = Array.isArray(value) ? (value[0] as unknown) : value;
    return file instanceof SampleFile ? [[name, file]] : [];
  });
