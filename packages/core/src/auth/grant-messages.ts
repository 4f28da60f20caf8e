import type { Vendor } from '../define/vendor.ts';
import { GrantError, type GrantReason } from '../errors/grant-error.ts';

const whys: Readonly<Record<GrantReason, string>> = {
  'never-connected': 'nobody has connected it',
  denied: 'the connection was not allowed',
  'not-asked': 'nobody asked for it here',
  spent: 'the refresh token was used elsewhere, is too old or was revoked',
  refused: 'the renewal was refused',
  'answer-lost': 'the answer to a renewal was lost on its way, and the refresh token works only once',
  interrupted: 'a process stopped in the middle of a renewal, before it could save the new tokens',
  'not-renewable': 'the access token is no longer accepted, and there is nothing to renew it with',
  unreadable: 'what is kept of it cannot be read',
};

/** The error that tells why a vendor cannot be called, with the way out. */
export const grantLost = ({ name, label }: Vendor, reason: GrantReason, cause?: unknown): GrantError =>
  reason === 'never-connected'
    ? new GrantError(`The ${label} account is not connected`, {
        code: 'NOT_CONNECTED',
        reason,
        vendor: name,
        advice: `Connect it to ${label} first`,
      })
    : new GrantError(`The connection to ${label} has ended: ${whys[reason]}`, {
        code: 'GRANT_LOST',
        reason,
        vendor: name,
        advice: 'Connect the account again',
        ...(cause !== undefined && { cause }),
      });
