import { createEngine, type Engine, fingerprint, hostAuthorization, sharedGate, type Vendor } from '@patchbay/core';
import { n8nClock } from './n8n-clock.ts';
import { type Caller, n8nTransport } from './n8n-transport.ts';

/** Tells credentials apart: by n8n's id, and by the address, since each host of a vendor keeps a quota of its own. */
const gateKey = (caller: Caller, credential: string, values: Readonly<Record<string, unknown>>): string => {
  const id = caller.getNode().credentials?.[credential]?.id;
  return id ? `${id} ${values.baseUrl}` : fingerprint(JSON.stringify(values));
};

/**
 * The engine for a vendor in n8n. The base URL is the credential's; n8n reads a credential once for all items, so it is read
 * once here too. All nodes with the same credential share its quota.
 * @throws what n8n throws when the credential is missing
 */
export const engineFor = async (caller: Caller, vendor: Vendor, credential: string): Promise<Engine> => {
  const values = await caller.getCredentials<{ baseUrl?: string; oauthTokenData?: object }>(credential);
  const { baseUrl, oauthTokenData } = values;
  return createEngine(vendor, {
    transport: n8nTransport(caller, credential, oauthTokenData !== undefined),
    clock: n8nClock,
    authorization: hostAuthorization,
    gate: sharedGate(vendor, gateKey(caller, credential, values), n8nClock),
    ...(baseUrl && { baseUrl }),
  });
};
