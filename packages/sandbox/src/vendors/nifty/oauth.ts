import type { OAuthRules } from '../../oauth/oauth-rules.ts';

const scopes = [
  ...['file', 'label', 'doc', 'milestone', 'message', 'subtask', 'project', 'task_group', 'task', 'subteam', 'member'],
  ...['folder', 'time_tracking'],
];

/**
 * Nifty's OAuth beyond its dialect. Lifetimes, rotation and what a bad code is answered with are not stated: here tokens live an
 * hour and a refresh token works once, which is the stricter reading, and codes and tokens that are no good get the 400 of
 * wrong values.
 */
export const oauth: OAuthRules = {
  tokenType: 'Bearer',
  tokenSeconds: 3600,
  scopes,
  allows: ['See and change the projects that you are a member of, as far as the scopes go'],
  person: ({ store }) => ({ name: String(store.rows('user')[0]?.name ?? ''), place: 'Halden Studio' }),
  beside: ({ scopes: scope }) => ({ scope }),
  refusals: {
    client: { status: 401, message: 'Invalid client' },
    request: { status: 400, message: 'Invalid request' },
    grantType: { status: 400, message: 'Unsupported grant type' },
    invalid: { status: 400, message: 'Invalid grant' },
    spent: { status: 400, message: 'Invalid grant' },
    scope: { status: 403, message: 'Forbidden' },
  },
  assumptions:
    'Nifty does not say how long tokens live or whether a refresh token works more than once. That it is an hour here, and once, is an assumption.',
  altersState: true,
};

/** Scope that the records of a resource need, where both have one name. Others need none here: nothing tells which. */
const scopeOf: Readonly<Record<string, string>> = {
  file: 'file',
  label: 'label',
  document: 'doc',
  milestone: 'milestone',
  message: 'message',
  project: 'project',
  taskgroup: 'task_group',
  task: 'task',
  subteam: 'subteam',
  member: 'member',
  folder: 'folder',
};

/** The scope that an operation on a resource needs and a grant lacks. */
export const missingScope = (resource: string, granted: readonly string[]): string | undefined => {
  const scope = scopeOf[resource];
  return scope !== undefined && !granted.includes(scope) ? scope : undefined;
};
