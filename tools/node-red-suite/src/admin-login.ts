const userOf = async (username: string) => ({ username, permissions: username === 'reader' ? 'read' : '*' });

/** Setting of a Node-RED with logins: `admin` may do everything, `reader` may look; any password will do. */
export const adminAuth = { type: 'credentials', users: userOf, authenticate: userOf };

/** What a login gives. @param url of the admin API */
export const adminToken = async (url: string, username: string): Promise<string> => {
  const answer = await fetch(`${url}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id: 'node-red-editor',
      grant_type: 'password',
      scope: (await userOf(username)).permissions,
      username,
      password: 'any',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};
