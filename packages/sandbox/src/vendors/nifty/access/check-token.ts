import { refusal } from '../../../api-error.ts';
import { grantOf } from '../../../oauth/bearer.ts';
import type { Call } from '../../../rules.ts';
import { missingScope } from '../oauth.ts';

/**
 * What a token may not do. Which calls of v1 a fine-grained token may use is not published: here none but the test of a
 * credential, and all of v3.
 * @throws ApiError 403
 */
export const checkToken = ({ credential, operation, twin }: Call): void => {
  if (credential === 'readOnlyToken' && operation.method !== 'GET')
    throw refusal(403, 'Forbidden', 'This token may only read');
  const allowed = operation.path.startsWith('/api/v3/') || operation.key === 'user.me';
  if (credential === 'customToken' && !allowed)
    throw refusal(403, 'Forbidden', 'This token does not have the scope that the call needs');
  const grant = grantOf(twin, credential);
  const scope = grant && missingScope(operation.resource.name, grant.scopes);
  if (scope !== undefined) throw refusal(403, 'Forbidden', `This token does not have the scope ${scope}`);
};
