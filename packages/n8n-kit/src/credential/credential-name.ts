import type { AuthScheme, Vendor } from '@patchbay/core';

/** n8n's name for the credential of a scheme: `vplanApi`, `vplanOAuth2Api`, `vcitaAppApi`. A package's classes are named so. */
export const credentialName = ({ name }: Vendor, { oauth }: AuthScheme): string =>
  `${name}${oauth ? (oauth.grant === 'service' ? 'App' : 'OAuth2') : ''}Api`;
