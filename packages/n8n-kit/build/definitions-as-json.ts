import { posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Core from '@patchbay/core';
import { packed } from './packed.ts';
import { runTimeDefinition } from './run-time-definition.ts';

const reader = fileURLToPath(new URL('../src/definition/unpacked.ts', import.meta.url));

/** What the plugin needs of its host. */
interface Host {
  resolve(name: string, importer: string): Promise<{ readonly id: string } | null>;
  emitFile(file: { readonly type: 'asset'; readonly fileName: string; readonly source: string }): string;
}

/** A file of the output; chunks have modules. */
interface Output {
  readonly fileName: string;
  readonly modules?: Readonly<Record<string, unknown>>;
}

/**
 * A plugin of rolldown: where a vendor's definition is imported, its data are required as JSON, in a file beside the code.
 * Two thirds of the time in which a package loads would go into compiling the code that describes it.
 */
export const definitionsAsJson = () => {
  const files = new Map<string, { readonly name: string; readonly source: string }>();
  return {
    name: 'definitions-as-json',
    resolveId(name: string, importer: string | undefined) {
      const isData = importer !== undefined && files.has(importer) && name.endsWith('.json');
      return isData ? { id: name, external: true } : null;
    },
    load: {
      filter: { id: /[\\/]vendors[\\/]\w+[\\/]vendor\.ts$/ },
      async handler(this: Host, id: string): Promise<string> {
        const source = await this.resolve('@patchbay/core', reader);
        if (!source) throw new Error(`${id} cannot be made JSON: @patchbay/core is not found from ${reader}`);
        const core: typeof Core = await import(pathToFileURL(source.id).href);
        const [exported, ...others] = Object.entries<Core.Vendor>(await import(pathToFileURL(id).href));
        if (!exported || others.length > 0) throw new Error(`${id} has to export its vendor and nothing else`);
        const [name, vendor] = exported;
        files.set(id, { name: `${name}.json`, source: packed(runTimeDefinition(vendor, core)) });
        return `
          import { unpacked } from ${JSON.stringify(reader)};
          import data from './${name}.json';
          export const ${name} = /* @__PURE__ */ unpacked(data);`;
      },
    },
    generateBundle(this: Host, _: unknown, outputs: Readonly<Record<string, Output>>) {
      for (const { fileName, modules = {} } of Object.values(outputs))
        for (const id of Object.keys(modules)) {
          const file = files.get(id);
          const folder = posix.dirname(fileName);
          if (file) this.emitFile({ type: 'asset', fileName: posix.join(folder, file.name), source: file.source });
        }
    },
  };
};
