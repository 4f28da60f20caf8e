import { createN8nEngine, type N8nEngine } from '@patchbay/n8n-engine';
import { VplanApi } from '../credentials/VplanApi.credentials.ts';
import { Vplan } from '../nodes/Vplan/Vplan.node.ts';
import { VplanTrigger } from '../nodes/VplanTrigger/VplanTrigger.node.ts';

/** n8n's engine with this package's nodes, and a credential for the given address. */
export const installedFor = (
  baseUrl: string,
  credential: Readonly<Record<string, string>> = { key: 'a-key', environment: 'an-environment' },
): N8nEngine =>
  createN8nEngine({
    nodes: [new Vplan(), new VplanTrigger()],
    credentialTypes: [new VplanApi()],
    credentials: { vplanApi: { ...credential, baseUrl } },
  });
