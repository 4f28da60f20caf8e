import type { Node, NodeStatus } from 'node-red';

/** What a node says while it works on one message. */
export interface StatusLine {
  show(status: NodeStatus): void;
  /** Says it once something is under way: what is refused before that flashes nothing. */
  showSoon(status: NodeStatus): void;
  /** Nothing is under way any more. */
  end(): void;
}

/** The status of a node for one message. */
export const statusLine = (node: Pick<Node, 'status'>): StatusLine => {
  let soon: NodeJS.Immediate | undefined;
  const end = (): void => clearImmediate(soon);
  return {
    show(status) {
      end();
      node.status(status);
    },
    showSoon(status) {
      end();
      soon = setImmediate(() => node.status(status));
    },
    end,
  };
};
