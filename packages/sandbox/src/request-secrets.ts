import { masked } from './request-log.ts';

/** Single-use values: nobody needs to tell them apart. */
const once = /^[?&"]*(?:code|state|code_verifier)["=]/;

const tokenNames = 'access_token|refresh_token|id_token|client_secret|service_secret|code_verifier';
// Elsewhere `code` is that of an error, and `state` how a record is doing.
const names = { api: tokenNames, oauth: `${tokenNames}|code|state` };

const patternsFor = (which: string) => ({
  json: new RegExp(`("(?:${which})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`, 'g'),
  form: new RegExp(`((?:^|[?&])(?:${which})=)([^&#]*)`, 'g'),
});

const patterns = { api: patternsFor(names.api), oauth: patternsFor(names.oauth) };

const which = (isOAuth: boolean): keyof typeof patterns => (isOAuth ? 'oauth' : 'api');

/**
 * Content or a query without its secrets, which show their last four characters at most.
 * @param isOAuth codes and states are secrets too
 */
export const withoutSecrets = (text: string, isOAuth: boolean): string => {
  const { json, form } = patterns[which(isOAuth)];
  const mask = (_: string, name: string, secret: string): string =>
    `${name}${secret === '' ? '' : once.test(name) ? '…' : masked(secret)}`;
  return text.replace(json, mask).replace(form, mask);
};

/** Query and target of a request as the log keeps them. */
export const shownQuery = (path: string, search: string, isOAuth: boolean) => {
  const kept = withoutSecrets(search, isOAuth);
  return { query: Object.fromEntries(new URLSearchParams(kept)), target: `${path}${kept}` };
};
