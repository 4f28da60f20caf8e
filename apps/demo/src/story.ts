import type { Client, vplan } from '@patchbay/core';

/** How the story went. */
export interface Story {
  readonly collection: string;
  /** What the flow wrote back: "4 cards planned" */
  readonly ending: string;
  readonly seconds: number;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Waits until the flow's webhook is registered at vPlan.
 * @throws Error when it is not within the time limit, in seconds
 */
export const untilListening = async (client: Client<typeof vplan>, timeLimit = 30): Promise<void> => {
  const until = performance.now() + timeLimit * 1000;
  while (performance.now() < until) {
    const [webhook] = await client.webhook.list({}, { limit: 1 }).toArray();
    if (webhook) return;
    await pause(100);
  }
  throw new Error(
    `The flow did not register its webhook at vPlan within ${timeLimit} s. Look at the trigger in the editor`,
  );
};

/**
 * Begins the story as a planner would, by creating a collection, and waits until the flow has written its ending.
 * @throws Error when the flow has not finished within the time limit, in seconds
 */
export const playStory = async (client: Client<typeof vplan>, boardId: string, timeLimit = 60): Promise<Story> => {
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 100) / 10;
  const name = 'Order 2026-118, six oak frames';
  const { id } = await client.collection.create({ board_id: boardId, name });
  while (seconds() < timeLimit) {
    const { description } = await client.collection.get({ collection_id: String(id) });
    if (/\bcards? planned\b/.test(description ?? ''))
      return { collection: name, ending: String(description), seconds: seconds() };
    await pause(200);
  }
  throw new Error(
    `The collection "${name}" was created, but within ${timeLimit} s the flow did not write back how many cards it has. Look at the flow in the editor and at the requests on the sandbox page`,
  );
};
