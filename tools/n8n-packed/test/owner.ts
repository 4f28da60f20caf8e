import { randomUUID } from 'node:crypto';
import type { RunningN8n } from '@patchbay/n8n-host';
import type { INodeParameters } from 'n8n-workflow';

/** A credential that was made in n8n. */
export interface Made {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** What came of connecting a credential. */
export interface Callback {
  /** Page that n8n shows at the end */
  readonly text: string;
  /** The code that the vendor gave */
  readonly code: string;
}

/** A workflow that a call starts. */
export interface Callable {
  /** Calls it. @returns what its last node gave, or n8n's own words where it failed */
  call(content?: FormData): Promise<unknown>;
  /** All that n8n has kept of its runs, the latest first, as text; a run that goes on is left out */
  kept(): Promise<readonly { readonly status: string; readonly data: string }[]>;
}

/** What the owner of an n8n does in its editor. */
export interface Owner {
  makeCredential(type: string, data: object): Promise<Made>;
  /** Goes to the vendor's consent page and allows it. */
  connect(credential: Made): Promise<Callback>;
  /** Makes and publishes a workflow: a webhook, and behind it a node with a credential. */
  publish(type: string, parameters: INodeParameters, credential: Made): Promise<Callable>;
  /** Makes and publishes a workflow that is only a trigger. @returns how to unpublish it */
  listen(type: string, parameters: INodeParameters, credential: Made): Promise<() => Promise<void>>;
  /** Asks n8n for what the editor asks. */
  ask<Data>(method: string, path: string, body?: unknown): Promise<Data>;
}

const nodeOf = (type: string, parameters: INodeParameters, { id, name, type: of }: Made) => ({
  id: randomUUID(),
  name: 'Node',
  type,
  typeVersion: 1,
  position: [220, 0],
  parameters,
  credentials: { [of]: { id, name } },
});

const nodesFor = (path: string, type: string, parameters: INodeParameters, credential: Made) => [
  {
    id: randomUUID(),
    name: 'Webhook',
    type: 'n8n-nodes-base.webhook',
    typeVersion: 2.1,
    position: [0, 0],
    webhookId: randomUUID(),
    parameters: { httpMethod: 'POST', path, responseMode: 'lastNode' },
  },
  nodeOf(type, parameters, credential),
];

/** The owner of a running n8n, by the interface that the editor uses. */
export const ownerOf = ({ url, rest, waitForPublication, executions }: RunningN8n): Owner => {
  const ask = async <Data>(method: string, path: string, body?: unknown): Promise<Data> =>
    ((await rest(method, path, body)) as { data: Data }).data;
  const published = async (nodes: object[]): Promise<string> => {
    const [first, second] = nodes.map((node) => (node as { name: string }).name);
    const { id, versionId } = await ask<{ id: string; versionId: string }>('POST', '/rest/workflows', {
      name: `Of ${first}`,
      nodes,
      connections: second ? { [first as string]: { main: [[{ node: second, type: 'main', index: 0 }]] } } : {},
      settings: { executionOrder: 'v1' },
    });
    await rest('POST', `/rest/workflows/${id}/activate`, { versionId });
    await waitForPublication(id);
    return id;
  };
  return {
    ask,
    async listen(type, parameters, credential) {
      const id = await published([{ ...nodeOf(type, parameters, credential), webhookId: randomUUID() }]);
      return async () => {
        await rest('POST', `/rest/workflows/${id}/deactivate`);
      };
    },
    async makeCredential(type, data) {
      const name = `${type} account`;
      const { id } = await ask<{ id: string }>('POST', '/rest/credentials', { name, type, data });
      return { id, name, type };
    },
    async connect({ id }) {
      const consent = await ask<string>('GET', `/rest/oauth2-credential/auth?id=${id}`);
      const allowed = await fetch(consent, {
        method: 'POST',
        body: new URLSearchParams({ decision: 'allow' }),
        redirect: 'manual',
      });
      const back = allowed.headers.get('location');
      if (back === null) throw new Error(`The consent page did not let go: ${allowed.status} ${await allowed.text()}`);
      const { pathname, search } = new URL(back);
      const text = String(await rest('GET', pathname + search));
      return { text, code: new URL(back).searchParams.get('code') ?? '' };
    },
    async publish(type, parameters, credential) {
      const path = randomUUID();
      const id = await published(nodesFor(path, type, parameters, credential));
      return {
        async call(content) {
          const answer = await fetch(new URL(`webhook/${path}`, url), {
            method: 'POST',
            ...(content && { body: content }),
          });
          return JSON.parse((await answer.text()) || 'null');
        },
        async kept() {
          const runs = (await executions(id)).filter(({ status }) => !['new', 'running'].includes(status));
          return await Promise.all(
            runs.map(async (run) => ({
              status: run.status,
              data: JSON.stringify(await rest('GET', `/rest/executions/${run.id}`)),
            })),
          );
        },
      };
    },
  };
};
