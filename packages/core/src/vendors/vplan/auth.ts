import type { AuthScheme } from '../../define/auth-scheme.ts';
import { text } from '../../define/field.ts';

/** Key pair of a whole environment: both headers on every call, no finer rights, no expiry. */
export const apiKey: AuthScheme = {
  name: 'apiKey',
  label: 'API Key',
  description:
    'An administrator makes the key in vPlan under Settings > Developers; key and environment are shown together, once',
  fields: {
    key: text('Key that vPlan showed once', { label: 'API Key', required: true, secret: true }),
    environment: text('Environment that vPlan showed beside the key', { label: 'Environment ID', required: true }),
  },
  headers: { 'X-Api-Key': '{key}', 'X-Api-Env': '{environment}' },
  test: 'me.get',
  source: 'https://docs.api.vplan.com',
};
