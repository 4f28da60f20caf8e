import { isLoopbackHost } from '../../../loopback.ts';
import { grantOf } from '../../../oauth/bearer.ts';
import type { ResourceRules } from '../../../rules.ts';
import type { Twin } from '../../../twin.ts';
import { apiKeyId } from '../credential.ts';
import { healthy } from '../events/subscriptions.ts';
import { problem, type Values } from './checks.ts';

const hostProblem = (url: unknown, allowed: readonly string[]) => {
  if (url === undefined) return [];
  const { hostname } = new URL(String(url));
  if (isLoopbackHost(hostname) || allowed.includes(hostname)) return [];
  return [
    problem(
      'url',
      `must point to this machine (127.0.0.1, localhost), not to ${hostname}: the sandbox never sends anything outside. Names in its option allowHosts are taken as well`,
    ),
  ];
};

/** Who made it: the key, or the app behind an access token. That an app is what `third_party` means is assumed. */
const madeBy = (credential: string | undefined, twin: Twin): Values => {
  const grant = credential === undefined ? undefined : grantOf(twin, credential);
  return grant
    ? { api_key_id: null, developer_client_id: grant.app.clientId, third_party: true }
    : { api_key_id: apiKeyId, developer_client_id: null, third_party: false };
};

/** A subscription. Switching one on again ends its suspension (assumed: the documentation does not tell how it ends). */
export const webhookRules: ResourceRules = {
  defaults: () => ({
    description: '',
    active: true,
    ...healthy,
  }),
  check: ({ url, event_types }, _, { settings }) => [
    ...hostProblem(url, settings.allowHosts),
    ...(Array.isArray(event_types) && event_types.length === 0
      ? [problem('event_types', 'must name at least one event')]
      : []),
  ],
  prepare: (values, before, { twin, credential }) => ({
    ...values,
    ...(values.active === true && healthy),
    ...(before === undefined && madeBy(credential, twin)),
  }),
};
