import { registerHooks } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Core from '@patchbay/core';
import type { Built } from '../src/definition/built-vendor.ts';
import type { Grouping } from '../src/properties/kept-grouping.ts';
import { halves } from './halves.ts';
import { packed } from './packed.ts';
import { runTimeDefinition } from './run-time-definition.ts';

const reader = fileURLToPath(new URL('../src/definition/built-vendor.ts', import.meta.url));
const keptGrouping = fileURLToPath(new URL('../src/properties/kept-grouping.ts', import.meta.url));

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

/** A vendor's definition, and the name of the files that it goes into. */
interface Defined {
  readonly name: string;
  readonly vendor: Core.Vendor;
  readonly core: typeof Core;
  readonly coreUrl: string;
}

const groupingOf = async ({ vendor, coreUrl }: Defined): Promise<Grouping> => {
  // The kit's sources name the core as a package, which is not built yet.
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === '@patchbay/core' ? { url: coreUrl, shortCircuit: true } : next(name, context),
  });
  try {
    return (await import('../src/properties/grouping-of.ts')).groupingOf(vendor);
  } finally {
    hooks.deregister();
  }
};

/** The files of a vendor, by what comes behind its name. */
const filesOf = async (defined: Defined): Promise<Record<string, object>> => {
  const { definition, rest } = halves(runTimeDefinition(defined.vendor, defined.core) as Core.Vendor);
  const built = { definition: definition as Core.Vendor, grouping: await groupingOf(defined) } satisfies Built;
  return { '.json': built, '.rest.json': rest };
};

/**
 * A plugin of rolldown: where a vendor's definition is imported, its data are required as JSON, in a file beside the code.
 * Two thirds of the time in which a package loads would go into compiling the code that describes it. With them goes how
 * the form groups them.
 */
export const definitionsAsJson = () => {
  const known = new Map<string, Defined>();
  return {
    name: 'definitions-as-json',
    resolveId(name: string, importer: string | undefined) {
      if (name === './grouping.ts' && importer?.endsWith('collections.ts')) return { id: keptGrouping };
      const isData = importer !== undefined && known.has(importer) && name.endsWith('.json');
      return isData ? { id: name, external: true } : null;
    },
    load: {
      filter: { id: /[\\/]vendors[\\/]\w+[\\/]vendor\.ts$/ },
      async handler(this: Host, id: string): Promise<string> {
        const source = await this.resolve('@patchbay/core', reader);
        if (!source) throw new Error(`${id} cannot be made JSON: @patchbay/core is not found from ${reader}`);
        const coreUrl = pathToFileURL(source.id).href;
        const core: typeof Core = await import(coreUrl);
        const [exported, ...others] = Object.entries<Core.Vendor>(await import(pathToFileURL(id).href));
        if (!exported || others.length > 0) throw new Error(`${id} has to export its vendor and nothing else`);
        const [name, vendor] = exported;
        known.set(id, { name, vendor, core, coreUrl });
        return `
          import { vendorIn } from ${JSON.stringify(reader)};
          export const ${name} = /* @__PURE__ */ vendorIn(require('./${name}.json'), () => require('./${name}.rest.json'));`;
      },
    },
    async generateBundle(this: Host, _: unknown, outputs: Readonly<Record<string, Output>>) {
      for (const { fileName, modules = {} } of Object.values(outputs))
        for (const id of Object.keys(modules)) {
          const defined = known.get(id);
          if (!defined) continue;
          const place = posix.join(posix.dirname(fileName), defined.name);
          for (const [ending, data] of Object.entries(await filesOf(defined)))
            this.emitFile({ type: 'asset', fileName: place + ending, source: packed(data) });
        }
    },
  };
};
