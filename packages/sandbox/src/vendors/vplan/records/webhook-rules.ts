import { isLoopbackHost } from '../../../loopback.ts';
import type { ResourceRules } from '../../../rules.ts';
import { apiKeyId } from '../credential.ts';
import { healthy } from '../events/subscriptions.ts';
import { problem } from './checks.ts';

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

/** A subscription. Switching one on again ends its suspension (assumed: the documentation does not tell how it ends). */
export const webhookRules: ResourceRules = {
  defaults: () => ({
    description: '',
    active: true,
    api_key_id: apiKeyId,
    third_party: false,
    ...healthy,
  }),
  check: ({ url, event_types }, _, { settings }) => [
    ...hostProblem(url, settings.allowHosts),
    ...(Array.isArray(event_types) && event_types.length === 0
      ? [problem('event_types', 'must name at least one event')]
      : []),
  ],
  prepare: (values) => (values.active === true ? { ...values, ...healthy } : values),
};
