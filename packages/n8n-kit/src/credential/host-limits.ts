import type { AuthorizationCodeDialect, AuthScheme, Vendor } from '@patchbay/core';
import { wantsRedirectToRenew } from './oauth-addresses.ts';

/** What the user had better take in n8n: the scheme without tokens that end. */
const firstChoice = ({ auth }: Vendor): string => (Object.values(auth)[0] as AuthScheme).label;

/** What of a dialect n8n cannot do, in whole sentences without their periods; empty when it can do all. */
const hostLimits = ({ label }: Vendor, dialect: AuthorizationCodeDialect): string[] => {
  const { token, refresh, stateBytes } = dialect;
  return [
    ...(token.encoding === 'json'
      ? [`${label} documents requests for tokens as JSON, n8n sends them as a form: ${label} may refuse them`]
      : []),
    ...(wantsRedirectToRenew(dialect)
      ? [`${label} wants the redirect URI to renew a token, which n8n does not send: a renewal may be refused`]
      : []),
    ...(refresh ? [] : [`${label} gives nothing to renew a token with: connect again when it has ended`]),
    ...(stateBytes === undefined
      ? []
      : [`${label} was seen to cut the long state that n8n sends: connecting then ends with an invalid state`]),
  ];
};

/** What the credential's form says before anybody connects: what n8n cannot do, and what to take first. */
export const limitsNotice = (vendor: Vendor, dialect: AuthorizationCodeDialect): string =>
  `${[...hostLimits(vendor, dialect), `In n8n, a credential with ${firstChoice(vendor)} is the first choice`].join('. ')}.`;

/** What to do when nobody has connected the credential, or could not. */
export const connectAdvice = (vendor: Vendor): string =>
  `Open the credential and connect it; when that does not succeed, use a credential with ${firstChoice(vendor)}`;

/** What to do when a renewal was refused, by what n8n cannot send. */
export const refusalAdvice = (vendor: Vendor, dialect: AuthorizationCodeDialect): string => {
  const known = dialect.token.encoding === 'json' || wantsRedirectToRenew(dialect);
  const fill = wantsRedirectToRenew(dialect) ? 'fill in Redirect URI in Renewals and ' : '';
  return `${known ? `${hostLimits(vendor, dialect)[0]}. ` : ''}Open the credential, ${fill}connect it again, or use a credential with ${firstChoice(vendor)}`;
};
