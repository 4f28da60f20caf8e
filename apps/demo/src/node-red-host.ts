import { type FlowNode, startNodeRed } from '@patchbay/node-red-runtime';
import { packageFolder, storyExample } from './example.ts';
import { freePort } from './free-port.ts';
import type { DemoHost } from './run-demo.ts';

const packageName = '@patchbay/node-red-vplan';

/** A real Node-RED with the nodes and the flow in it. */
export const nodeRedHost: DemoHost = {
  name: 'Node-RED editor',
  port: 1880,
  async start({ vplan, boardId, port, say }) {
    const example = storyExample(packageName) as FlowNode[];
    // Its comment tells what is still to be filled in: here nothing is.
    const flows = example
      .filter(({ type }) => type !== 'comment')
      .map((node) => {
        if (node.type === 'vplan-account') return { ...node, baseUrl: vplan.baseUrl };
        if (node.operation !== 'moveToBoard') return node;
        return { ...node, fields: { ...(node.fields as object), board_id: { type: 'str', value: boardId } } };
      });
    const accounts = flows
      .filter(({ type }) => type === 'vplan-account')
      .map(({ id }) => [id, { ...vplan.credential }]);
    const nodeRed = await startNodeRed({
      port: await freePort(port, 'Node-RED', say),
      nodesDir: [packageFolder(packageName)],
      flows,
      credentials: Object.fromEntries(accounts),
    });
    return { url: nodeRed.url, stop: () => nodeRed.stop() };
  },
};
