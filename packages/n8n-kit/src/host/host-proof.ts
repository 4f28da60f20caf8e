import {
  type Authorization,
  type AuthScheme,
  GrantError,
  HttpError,
  hostAuthorization,
  type Vendor,
} from '@patchbay/core';
import { connectAdvice } from '../credential/host-limits.ts';

/** What of a credential tells how n8n proves it. */
export interface Connected {
  readonly oauthTokenData?: { readonly access_token?: unknown } | undefined;
}

/** Whether n8n gets a new token after a 401, and sends once more by itself. */
export const isRenewedByHost = ({ oauth }: AuthScheme): boolean =>
  oauth !== undefined && (oauth.grant === 'service' || oauth.refresh !== undefined);

const advice = ({ label }: Vendor, { oauth }: AuthScheme): string =>
  oauth?.grant === 'service'
    ? `Check the client ID and the client secret of the credential, and that ${label} allows this to an app`
    : `Open the credential and connect it again; if that changes nothing, check what its account may do in ${label}`;

/**
 * The proof of a scheme where n8n adds it to requests. When a 401 comes here, n8n has done what it can: nothing is sent again,
 * and the advice is that of the scheme.
 */
export const hostProof = (vendor: Vendor, scheme: AuthScheme, { oauthTokenData }: Connected): Authorization => {
  if (!scheme.oauth) return hostAuthorization;
  return {
    authorize(request) {
      if (scheme.oauth?.grant === 'service' || oauthTokenData?.access_token) return request;
      throw new GrantError(`The ${vendor.label} account is not connected`, {
        code: 'NOT_CONNECTED',
        reason: 'never-connected',
        vendor: vendor.name,
        advice: connectAdvice(vendor),
      });
    },
    async renew(_, because) {
      const { status, target, summary, vendorCode, operation } = because;
      throw new HttpError(summary, {
        status,
        target,
        vendor: vendor.name,
        advice: advice(vendor, scheme),
        ...(vendorCode !== undefined && { vendorCode }),
        ...(operation !== undefined && { operation }),
      });
    },
  };
};
