import type { AuthScheme } from '../../define/auth-scheme.ts';
import { id, text } from '../../define/field.ts';

/**
 * Bearer token of one business; no expiry is documented. App and directory tokens travel the same way, the latter with
 * the business they act for. An app (service) token lives an hour and is asked for by a call: `auth.serviceToken`.
 */
export const token: AuthScheme = {
  name: 'token',
  label: 'API Token',
  description:
    'In vcita under Settings > Integrations > Webhooks > Connect, as App Token. Plans without the API feature have none',
  fields: {
    token: text('App Token of the business, or a token of an app or a directory', {
      label: 'API Token',
      required: true,
      secret: true,
    }),
    business_uid: id('Business to act for, with a directory token only; leave it empty with a token of your own', {
      label: 'On Behalf of Business',
    }),
  },
  headers: { Authorization: 'Bearer {token}', 'X-On-Behalf-Of': '{business_uid}' },
  test: 'webhook.list',
  source: 'https://developers.intandem.tech/docs/get-access',
};
