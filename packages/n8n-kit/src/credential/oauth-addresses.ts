import type { AuthorizationCodeDialect, Vendor } from '@patchbay/core';

type Endpoint = Pick<AuthorizationCodeDialect['token'], 'url' | 'alternatives' | 'path'>;

/** Name of the field that adds the redirect URI to renewals. */
export const renewalRedirect = 'renewalRedirectUri';

/** Whether a renewal wants the redirect URI, which n8n sends only with the code. */
export const wantsRedirectToRenew = ({ refresh }: AuthorizationCodeDialect): boolean =>
  Object.values(refresh?.fields ?? {}).includes('{redirect_uri}');

const text = (value: unknown): string => JSON.stringify(value);

/** A field of the credential itself, in an expression. */
const own = (name: string): string => `($self[${text(name)}] || "").trim()`;

/**
 * Where a page or call is, as an expression over the credential, by the rule of `oauthClient` in the core: beside a base URL
 * of one's own, the path below that, unless an address is chosen that no documentation knows.
 * @param chosen name of the field with an address, where there is one
 */
const address = ({ baseUrl }: Vendor, { url, alternatives = [], path }: Endpoint, chosen?: string): string => {
  const given = chosen === undefined ? '""' : own(chosen);
  return (
    `((base, given) => base === ${text(baseUrl)} ? given || ${text(url)}` +
    ` : given && !${text([url, ...alternatives])}.includes(given) ? given : base + ${text(path)})` +
    `((${own('baseUrl')} || ${text(baseUrl)}).replace(/\\/+$/, ""), ${given})`
  );
};

/** The page where the user allows it. */
export const authorizeAddress = (vendor: Vendor, dialect: AuthorizationCodeDialect, chosen?: string): string =>
  `={{ ${address(vendor, dialect.authorize, chosen)} }}`;

/** Where tokens come from, with what n8n can send in no other way than in the query. */
export const tokenAddress = (vendor: Vendor, dialect: AuthorizationCodeDialect, chosen?: string): string => {
  const redirect = `((uri) => uri && "?redirect_uri=" + encodeURIComponent(uri))(${own(renewalRedirect)})`;
  const added = wantsRedirectToRenew(dialect) ? ` + ${redirect}` : '';
  return `={{ ${address(vendor, dialect.token, chosen)}${added} }}`;
};
