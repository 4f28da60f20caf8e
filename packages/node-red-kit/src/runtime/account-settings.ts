import {
  type AuthScheme,
  InputError,
  type OAuthClient,
  type OAuthScheme,
  oauthClient,
  type Vendor,
} from '@patchbay/core';

/** What is needed to call a vendor for somebody. */
export interface AccountSettings {
  /** Id of the account node */
  readonly id: string;
  readonly scheme: string;
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/**
 * The way to authenticate that an account uses: the vendor's first one when it names none.
 * @throws InputError when the vendor has no such way
 */
export const schemeOf = ({ auth, label }: Vendor, name: string): AuthScheme => {
  const scheme = name ? auth[name] : Object.values(auth)[0];
  if (scheme) return scheme;
  throw new InputError(`${label} cannot be called`, [{ field: 'scheme', problem: 'is not known' }], {
    advice: 'Choose in the account how to sign in',
  });
};

/** Whether the access token of a scheme has to be asked for. */
export const isOAuth = (scheme: AuthScheme): scheme is OAuthScheme => scheme.oauth !== undefined;

/** Values of a scheme's fields; Node-RED keeps credentials as text. */
const valuesOf = ({ fields }: AuthScheme, credentials: AccountSettings['credentials']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { kind }]) => [
      name,
      kind === 'flag' ? credentials[name] === 'true' : credentials[name],
    ]),
  );

/**
 * The app that an account names.
 * @throws InputError when something is missing or wrong
 */
export const clientOf = (
  vendor: Vendor,
  scheme: OAuthScheme,
  { baseUrl, credentials }: AccountSettings,
  redirectUri: string,
): OAuthClient => oauthClient(vendor, scheme, valuesOf(scheme, credentials), { baseUrl, redirectUri });
