import type { N8nEngine, NodeRun } from '@patchbay/n8n-engine';
import { type RequestRecord, type Row, type Sandbox, startSandbox, type VendorSandbox } from '@patchbay/sandbox';
import type {
  INodeExecutionData,
  INodeListSearchResult,
  INodeParameterResourceLocator,
  INodeParameters,
} from 'n8n-workflow';
import { expect } from 'vitest';
import { engineWith, type Subject } from './subject.ts';

/** A vendor's nodes on n8n's engine, with the sandbox as the vendor. */
export interface Bench {
  readonly sandbox: Sandbox;
  readonly twin: VendorSandbox<Readonly<Record<string, string>>>;
  readonly n8n: N8nEngine;
  /** Runs an operation of the first node that has it, on one empty item unless others are given. */
  run(operation: string, parameters?: INodeParameters, items?: readonly INodeExecutionData[]): Promise<NodeRun>;
  /** The same, for runs that succeed: the records that came out. */
  rows(operation: string, parameters?: INodeParameters): Promise<Record<string, unknown>[]>;
  /** A part of a pick list of the first node. */
  search(resource: string, parameters?: INodeParameters, part?: string, after?: string): Promise<INodeListSearchResult>;
  /** All parts of a pick list, one after the other. */
  searchAll(resource: string, parameters?: INodeParameters): Promise<INodeListSearchResult['results']>;
  /** What came to the vendor since the last call of this */
  sent(): readonly RequestRecord[];
  /** A stored record by the value of a field */
  found(resource: string, value: string, field?: string): Row;
  close(): Promise<void>;
}

/** A record as it is chosen from a list. */
export const chosen = (value: unknown): INodeParameterResourceLocator => ({
  __rl: true,
  mode: 'list',
  value: String(value),
});

/**
 * Starts a sandbox and the engine with a package.
 * @param values of the credential; the twin's own where left out
 */
export const startBench = async (subject: Subject, values?: Readonly<Record<string, string>>): Promise<Bench> => {
  const { vendor, nodes } = subject;
  const sandbox = await startSandbox();
  const twin = sandbox.twin(vendor.name);
  const n8n = engineWith(subject, twin.baseUrl, values ?? twin.credential);
  const [first] = nodes as [Subject['nodes'][0]];
  let seen = 0;

  const nodeWith = (resource: string): string => {
    const has = (node: Subject['nodes'][0]): boolean =>
      (
        (node.description.properties.find(({ name }) => name === 'resource')?.options ?? []) as { value: string }[]
      ).some(({ value }) => value === resource);
    return (nodes.find(has) ?? first).description.name;
  };

  const run: Bench['run'] = (key, parameters = {}, items) => {
    const [resource, name] = key.split('.') as [string, string];
    const operation = name === 'list' ? 'getAll' : name;
    return n8n.runNode({
      type: nodeWith(resource),
      parameters: { resource, operation, ...parameters },
      ...(items && { items }),
    });
  };

  const search: Bench['search'] = (resource, parameters = {}, part, after) =>
    n8n.searchList({
      type: first.description.name,
      parameters,
      method: `search${resource.charAt(0).toUpperCase()}${resource.slice(1)}`,
      ...(part !== undefined && { filter: part }),
      ...(after !== undefined && { paginationToken: after }),
    });

  return {
    sandbox,
    twin,
    n8n,
    run,
    search,
    async rows(operation, parameters) {
      const { outputs, error } = await run(operation, parameters);
      expect(error).toBeUndefined();
      return (outputs[0] ?? []).map(({ json }) => json);
    },
    async searchAll(resource, parameters) {
      const all: INodeListSearchResult['results'] = [];
      let after: string | undefined;
      do {
        const { results, paginationToken } = await search(resource, parameters, undefined, after);
        all.push(...results);
        after = paginationToken as string | undefined;
      } while (after !== undefined);
      return all;
    },
    sent() {
      const requests = twin.requests.filter(({ id }) => id > seen);
      seen = twin.requests.at(-1)?.id ?? seen;
      return requests;
    },
    found(resource, value, field = 'name') {
      const row = twin.rows(resource).find((one) => one[field] === value);
      if (!row) throw new Error(`There is no ${resource} whose ${field} is ${value}`);
      return row;
    },
    close: () => sandbox.close(),
  };
};
