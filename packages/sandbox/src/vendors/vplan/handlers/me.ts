import { grantOf } from '../../../oauth/bearer.ts';
import type { Handler } from '../../../rules.ts';
import type { Twin } from '../../../twin.ts';
import { apiKeyId } from '../credential.ts';

/** What tells the key. With OAuth the answer differs in a way that is not published: nothing is said of the credential then. */
const keyOf = ({ credential, scheduler }: Twin): Readonly<Record<string, unknown>> => ({
  type: 'api-key',
  'api-key': {
    id: apiKeyId,
    name: 'Sandbox',
    last8: (credential.key ?? '').slice(-8),
    last_used: scheduler.stamp(),
  },
});

/** `GET /me`: the environment and, with a key, the key in use. */
export const me: Handler = ({ twin, credential: used }) => {
  const { credential, scheduler, settings, store } = twin;
  return {
    kind: 'row',
    row: {
      id: 'me',
      environment: {
        id: credential.environment,
        customer: 'Kozijnfabriek De Linden',
        status: 'active',
        last_request_third_party: scheduler.stamp(),
      },
      host: { id: 'sandbox', description: 'Patchbay sandbox' },
      settings: [
        { type: 'planning_delay', active: settings.planningDelay > 0, config: null },
        ...store.rows('setting').map(({ id: _, ...setting }) => setting),
      ],
      features: ['api', 'webhooks'],
      board_permission_set: {
        board_admin: ['view', 'plan', 'edit', 'manage'],
        editor: ['view', 'plan', 'edit'],
        executor: ['view', 'plan'],
        comment_only: ['view'],
      },
      ...(grantOf(twin, used) ? {} : keyOf(twin)),
    },
  };
};
