import { ApiError } from '../api-error.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import type { RefusalKind } from './oauth-rules.ts';

/** A refusal of the token endpoint, as the vendor words it. */
export const noToken = ({ rules }: Pick<AuthorizationServer, 'rules'>, kind: RefusalKind, why: string): ApiError => {
  const { status, message, code } = rules.refusals[kind];
  return new ApiError(status, [{ message, description: why, ...(code !== undefined && { code }) }]);
};
