import { isLoopbackHost } from '../../../loopback.ts';
import type { ResourceRules } from '../../../rules.ts';

/**
 * A subscription. Any event may be named; only the two that are known are ever sent.
 */
export const webhookRules: ResourceRules = {
  check({ endpoint }, _, { settings }) {
    if (endpoint === undefined) return [];
    const { hostname } = new URL(String(endpoint));
    if (isLoopbackHost(hostname) || settings.allowHosts.includes(hostname)) return [];
    const text = `must point to this machine, not to ${hostname}: the sandbox never sends anything outside`;
    return [{ message: `endpoint: ${text}`, description: `The field endpoint ${text}`, field: 'endpoint' }];
  },
};
