import type { NodeAPI, NodeDef } from 'node-red';

interface FlowNode extends NodeDef {
  /** Switched off */
  readonly d?: boolean;
  /** The same, of a tab */
  readonly disabled?: boolean;
}

/**
 * Whether the deployed flows hold a node that is meant to run: it is there, and neither it nor its tab is disabled.
 * @param id of a node, or `<instance>-<node>` for one inside a subflow, at any depth
 */
export const isMeantToRun = (RED: NodeAPI, id: string): boolean => {
  const nodes = new Map<string, FlowNode>();
  RED.nodes.eachNode((node) => nodes.set(node.id, node));
  const runs = (one: string): boolean => {
    const node = nodes.get(one);
    return node !== undefined && !node.d && !node.disabled && !nodes.get(node.z)?.disabled;
  };
  // Ids may hold hyphens themselves, so every one of them may be where a subflow instance ends.
  const found = (path: string): boolean =>
    runs(path) ||
    [...path.matchAll(/-/g)].some(({ index }) => found(path.slice(0, index)) && runs(path.slice(index + 1)));
  return found(id);
};
