import type { NodeRedApp } from 'node-red';

/** A node, tab or config node of a flow file. Without `x` and `y` Node-RED takes it for a config node. */
export interface FlowNode {
  readonly id: string;
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Credentials by the id of the node they belong to. */
export type FlowsCredentials = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface RuntimeEvent {
  readonly id: string;
  readonly payload?: { readonly error?: string; readonly types?: readonly string[] };
}

/**
 * Runs something that starts flows, and resolves when they run.
 * @throws what `begin` throws; Error that names the node types that are missing
 */
export const untilFlowsRun = (RED: NodeRedApp, begin: () => Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (error?: unknown): void => {
      RED.events.off('flows:started', onStarted);
      RED.events.off('runtime-event', onEvent);
      if (error) reject(error);
      else resolve();
    };
    const onStarted = (): void => {
      begun.then(() => end(), end);
    };
    const onEvent = ({ id, payload }: RuntimeEvent): void => {
      if (id === 'runtime-state' && payload?.error === 'missing-types')
        end(new Error(`The flows use node types that are not installed: ${payload.types?.join(', ')}`));
    };
    // Before what starts them: these events are not kept for those who come later.
    RED.events.on('flows:started', onStarted);
    RED.events.on('runtime-event', onEvent);
    const begun = begin();
    begun.catch(end);
  });

/**
 * Hands flows to the admin API, as the editor does; they run a little later.
 * @throws Error with the API's own words when it refuses
 */
export const deploymentRequest = async (
  url: string,
  flows: readonly FlowNode[],
  credentials: FlowsCredentials | undefined,
  type: string,
): Promise<void> => {
  const answer = await fetch(`${url}/flows`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'node-red-api-version': 'v2',
      'node-red-deployment-type': type,
    },
    body: JSON.stringify({ flows, ...(credentials && { credentials }) }),
  });
  if (!answer.ok) throw new Error(`Node-RED refused the flows (${answer.status}): ${await answer.text()}`);
};

/**
 * Deploys through the admin API, and waits until the flows run.
 * @throws Error with the API's own words when it refuses
 */
export const deployFlows = (
  RED: NodeRedApp,
  url: string,
  flows: readonly FlowNode[],
  credentials: FlowsCredentials | undefined,
  type: string,
): Promise<void> => untilFlowsRun(RED, () => deploymentRequest(url, flows, credentials, type));

/**
 * Installs a packed package as the palette manager's upload does.
 * @param tarball content of a `.tgz`
 * @throws Error with the API's own words when it refuses
 */
export const installTarball = async (url: string, name: string, tarball: Uint8Array<ArrayBuffer>): Promise<void> => {
  const form = new FormData();
  form.set('tarball', new Blob([tarball], { type: 'application/gzip' }), name);
  const answer = await fetch(`${url}/nodes`, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`Node-RED did not install ${name} (${answer.status}): ${await answer.text()}`);
};
