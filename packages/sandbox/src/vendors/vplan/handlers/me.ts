import type { Handler } from '../../../rules.ts';
import { apiKeyId } from '../credential.ts';

/** `GET /me`: the environment and the key in use. */
export const me: Handler = ({ twin }) => {
  const { credential, scheduler, settings, store } = twin;
  const key = credential.key ?? '';
  return {
    kind: 'row',
    row: {
      id: 'me',
      type: 'api-key',
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
      'api-key': {
        id: apiKeyId,
        name: 'Sandbox',
        last8: key.slice(-8),
        last_used: scheduler.stamp(),
      },
    },
  };
};
