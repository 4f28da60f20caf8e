import type { INodeType, INodeTypes } from 'n8n-workflow';
import { n8nWorkflow } from './n8n.ts';

/** Type of the node that hands a run its items. */
export const START = 'patchbay.start';

const start: INodeType = {
  description: {
    displayName: 'Start',
    name: START,
    group: ['trigger'],
    version: 1,
    description: 'Hands the given items on',
    defaults: { name: 'Start' },
    inputs: [],
    outputs: [n8nWorkflow.NodeConnectionTypes.Main],
    properties: [],
  },
  async execute() {
    return [this.getInputData()];
  },
};

/**
 * The given nodes by their `name`, with or without a package before it.
 * @throws Error for a name that none of them has, at the time it is asked for
 */
export const nodeTypesOf = (nodes: readonly INodeType[]): INodeTypes => {
  const byName = new Map([start, ...nodes].map((node) => [node.description.name, node]));
  const getByName = (name: string): INodeType => {
    const node = byName.get(name) ?? byName.get(name.split('.').at(-1) ?? '');
    if (node) return node;
    throw new Error(`No node "${name}" was given to the engine: it has ${[...byName.keys()].join(', ')}`);
  };
  return { getByName, getByNameAndVersion: getByName, getKnownTypes: () => ({}) };
};
