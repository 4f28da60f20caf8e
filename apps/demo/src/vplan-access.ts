import { createClient, headerAuthorization, isConnectorError, vplan } from '@patchbay/core';
import { axiosTransport, systemClock } from '@patchbay/node';
import { type Sandbox, startSandbox } from '@patchbay/sandbox';

/** What the demo needs to know of the vPlan it plays on. */
export interface VplanAccess {
  readonly page: string;
  readonly baseUrl: string;
  readonly credential: { readonly key: string; readonly environment: string };
  close(): Promise<void>;
}

const embedded = async (port: number): Promise<VplanAccess> => {
  const sandbox: Sandbox = await startSandbox({ port });
  const { baseUrl, credential } = sandbox.vendors.vplan;
  return { page: sandbox.url, baseUrl, credential, close: () => sandbox.close() };
};

interface PageState {
  readonly vendors: readonly {
    readonly name: string;
    readonly baseUrl: string;
    readonly credential: readonly { readonly name: string; readonly value: string }[];
  }[];
}

const running = async (page: string): Promise<VplanAccess> => {
  const answer = await fetch(new URL('/_sandbox/state', page), { signal: AbortSignal.timeout(5000) });
  const state = ((await answer.json()) as PageState).vendors.find(({ name }) => name === vplan.name);
  if (!state) throw new Error('what answers there plays no vPlan');
  const credential = Object.fromEntries(state.credential.map(({ name, value }) => [name, value]));
  return {
    page,
    baseUrl: state.baseUrl,
    credential: credential as VplanAccess['credential'],
    close: async () => undefined,
  };
};

/** The demo's client of the sandbox. */
export const clientOf = ({ baseUrl, credential }: VplanAccess) =>
  createClient(vplan, {
    baseUrl,
    transport: axiosTransport(),
    clock: systemClock,
    authorization: headerAuthorization(vplan.auth.apiKey, credential),
  });

/**
 * A sandbox of our own, or the one that already runs at an address; proved by a first call.
 * @throws Error that says what is wrong with it
 */
export const openVplan = async (port: number, page: string | undefined): Promise<VplanAccess> => {
  try {
    const access = page === undefined ? await embedded(port) : await running(page);
    await clientOf(access).me.get();
    return access;
  } catch (error) {
    const reason = isConnectorError(error) ? error.message : String((error as Error).cause ?? (error as Error).message);
    throw new Error(`The sandbox${page ? ` at ${page}` : ''} cannot be reached: ${reason}`, { cause: error });
  }
};
