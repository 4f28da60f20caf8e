import { createEngine, type Engine, hostAuthorization, type Vendor } from '@patchbay/core';
import { n8nClock } from './n8n-clock.ts';
import { type Caller, n8nTransport } from './n8n-transport.ts';

/**
 * The engine for a vendor in n8n. The base URL is the credential's; n8n reads a credential once for all items, so it is read
 * once here too.
 * @throws what n8n throws when the credential is missing
 */
export const engineFor = async (caller: Caller, vendor: Vendor, credential: string): Promise<Engine> => {
  const { baseUrl, oauthTokenData } = await caller.getCredentials<{ baseUrl?: string; oauthTokenData?: object }>(
    credential,
  );
  return createEngine(vendor, {
    transport: n8nTransport(caller, credential, oauthTokenData !== undefined),
    clock: n8nClock,
    authorization: hostAuthorization,
    ...(baseUrl && { baseUrl }),
  });
};
