import { createEngine, type Engine, fingerprint, sharedGate, type Vendor } from '@patchbay/core';
import { schemeOf } from '../credential/authentication.ts';
import { credentialName } from '../credential/credential-name.ts';
import { type Connected, hostProof, isRenewedByHost } from './host-proof.ts';
import { n8nClock } from './n8n-clock.ts';
import { type Caller, n8nTransport } from './n8n-transport.ts';
import { renewalFailures } from './renewal-failure.ts';

interface Values extends Connected {
  readonly baseUrl?: string;
  readonly accessTokenUrl?: string;
}

/** Tells credentials apart: by n8n's id, and by the address, since each host of a vendor keeps a quota of its own. */
const gateKey = (caller: Caller, credential: string, values: Readonly<Record<string, unknown>>): string => {
  const id = caller.getNode().credentials?.[credential]?.id;
  return id ? `${id} ${values.baseUrl}` : fingerprint(JSON.stringify(values));
};

/**
 * The engine for a vendor in n8n, with the credential that the node's form chooses. The base URL is the credential's; n8n reads
 * a credential once for all items, so it is read once here too. All nodes with the same credential share its quota.
 * @throws what n8n throws when the credential is missing
 */
export const engineFor = async (caller: Caller, vendor: Vendor): Promise<Engine> => {
  const scheme = schemeOf(vendor, caller.getNode());
  const { oauth } = scheme;
  const credential = credentialName(vendor, scheme);
  const values = await caller.getCredentials<Values & Record<string, unknown>>(credential);
  const { baseUrl, accessTokenUrl = '' } = values;
  return createEngine(vendor, {
    transport: n8nTransport(caller, credential, {
      renewable: isRenewedByHost(scheme),
      ...(oauth?.grant === 'authorization_code' && { failureOf: renewalFailures(vendor, oauth, accessTokenUrl) }),
    }),
    clock: n8nClock,
    authorization: hostProof(vendor, scheme, values),
    gate: sharedGate(vendor, gateKey(caller, credential, values), n8nClock),
    ...(baseUrl && { baseUrl }),
  });
};
