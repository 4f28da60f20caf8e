import type { Session } from './editor.ts';

/** A node of n8n's own with a form of a like size. */
export const peer = { name: 'Peer', type: 'n8n-nodes-base.hubspot', typeVersion: 2.2 } as const;

const rounds = 7;
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] as number;

/** A workflow of nodes to open, each with its form as it is at first. */
export const openingWorkflow = (id: string, nodes: readonly { name: string; type: string; typeVersion: number }[]) => ({
  id,
  name: 'Forms to open',
  connections: {},
  settings: {},
  nodes: nodes.map((node, index) => ({
    ...node,
    id: `opening-${index}`,
    position: [200 * index, 0],
    parameters: {},
  })),
});

/**
 * How long a builder waits for the form of each node: from the double click until its operation can be chosen.
 * @returns milliseconds, the median of seven openings, the nodes in turn
 */
export const openingTimes = async (
  session: Session,
  workflowId: string,
  names: readonly string[],
): Promise<Record<string, number>> => {
  const editor = await session.openEditor();
  const { page } = editor;
  await editor.open(workflowId);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  // The first round is left out: it loads the parts of the editor that all forms share.
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const began = performance.now();
      await editor.openNode(name);
      await page.locator('[data-test-id=parameter-input-operation]').first().waitFor();
      if (round > 0) times.get(name)?.push(performance.now() - began);
      await page.keyboard.press('Escape');
      await page.locator('[data-test-id=ndv]').first().waitFor({ state: 'hidden' });
    }
  await editor.close();
  return Object.fromEntries([...times].map(([name, values]) => [name, Math.round(median(values))]));
};
