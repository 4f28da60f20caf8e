import type { VendorSandbox } from '@patchbay/sandbox';

type Json = Readonly<Record<string, unknown>>;

/** What a package's admin routes answer, asked as the form of an account asks. */
export interface AccountForm {
  ask(route: string, content?: Json): Promise<Json>;
  /** Begins to connect. @returns the vendor's page */
  begin(redirectUri: string): Promise<string>;
  /** How the account stands, and what became of the last begin */
  look(): Promise<Json>;
  /** What the form would save */
  readonly credentials: Record<string, string>;
}

/** How the sandbox's app is connected by a scheme. */
export const oauthAccount = (
  name: string,
  scheme: string,
  twin: VendorSandbox<Readonly<Record<string, string>>>,
  baseUrl = twin.baseUrl,
) => ({
  node: { id: 'account', type: `${name}-account`, name: '', scheme, baseUrl, redirectUri: '', version: 1 },
  // As the form has it: empty until the account is connected.
  credentials: { ...twin.oauth.app, connectionKey: '' },
});

/**
 * The dialog of an account, without an editor.
 * @param url of the admin API
 */
export const accountForm = (
  url: string,
  name: string,
  { node, credentials: given }: ReturnType<typeof oauthAccount>,
  token?: string,
): AccountForm => {
  const credentials: Record<string, string> = { ...given };
  let attempt = '';
  const ask = async (route: string, content: Json = {}): Promise<Json> => {
    const answer = await fetch(`${url}/patchbay/${name}/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ account: { ...node, credentials }, ...content }),
    });
    if (!answer.ok) throw new Error(`The admin API answered ${answer.status} to ${route}`);
    return (await answer.json()) as Json;
  };
  return {
    ask,
    credentials,
    async begin(redirectUri) {
      const begun = await ask('connect', { redirectUri });
      if (begun.problem) throw new Error(String(begun.problem));
      attempt = String(begun.attempt);
      if (begun.connectionKey) credentials.connectionKey = String(begun.connectionKey);
      return String(begun.url);
    },
    look: () => ask('connection', { attempt }),
  };
};

/** Does what a person does on the vendor's page. @returns where the browser is sent back to */
export const decide = async (page: string, decision: 'allow' | 'deny' = 'allow'): Promise<string> => {
  const answer = await fetch(page, { method: 'POST', body: new URLSearchParams({ decision }), redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location) return location;
  throw new Error(`The page did not send the browser back (${answer.status}): ${await answer.text()}`);
};
