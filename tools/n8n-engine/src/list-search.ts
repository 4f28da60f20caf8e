import type { ILoadOptionsFunctions, INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { additionalDataOf, type Host, nodeOf, workflowOf } from './host.ts';
import { n8nCore } from './n8n.ts';

/** One question of a resource locator. */
export interface ListSearch {
  /** `name` of the node type */
  readonly type: string;
  /** The form as it is filled in so far */
  readonly parameters: INodeParameters;
  /** Name in the node's `methods.listSearch` */
  readonly method: string;
  readonly filter?: string;
  readonly paginationToken?: string;
}

/**
 * Asks a node's list search.
 * @throws what the method throws, and an Error when the node has no such method
 */
export const searchList = async (host: Host, search: ListSearch): Promise<INodeListSearchResult> => {
  const { type, parameters, method, filter, paginationToken } = search;
  const nodeType = host.nodeTypes.getByNameAndVersion(type);
  const found = nodeType.methods?.listSearch?.[method];
  if (!found) throw new Error(`${type} has no list search "${method}"`);
  const node = nodeOf(host, type, parameters);
  const workflow = workflowOf(host, { nodes: [node], connections: {} });
  // As the editor sends them: with the defaults of what nobody touched.
  const currentNodeParameters = { ...workflow.getNode(node.name)?.parameters, ...parameters };
  const additionalData = additionalDataOf(host, { currentNodeParameters });
  const context = new n8nCore.LoadOptionsContext(workflow, node, additionalData, 'parameters');
  return await found.call(context as ILoadOptionsFunctions, filter, paginationToken);
};
