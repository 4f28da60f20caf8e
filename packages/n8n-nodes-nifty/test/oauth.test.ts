import { checkOAuth } from '@patchbay/n8n-suite';
import { subject } from './installed.ts';

checkOAuth(subject, {
  resource: 'project',
  search: 'searchProject',
  needs: (twin) => ({ app_id: String(twin.rows('app')[0]?.id) }),
});
