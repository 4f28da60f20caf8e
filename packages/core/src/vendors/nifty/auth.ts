import type { AuthScheme } from '../../define/auth-scheme.ts';
import { text } from '../../define/field.ts';
import { mcp } from './sources.ts';

/** A token of one person: sees what that person sees, cannot be renewed. */
export const personalToken: AuthScheme = {
  name: 'personalToken',
  label: 'Personal Access Token',
  description:
    'Make it in Nifty under Settings > MCP & AI assistants > API tokens, with full access (narrower tokens may be refused); ' +
    'it lasts 365 days at most. The API needs the Business plan or higher',
  fields: {
    token: text('Token that Nifty showed, it starts with nft_user_', {
      label: 'Personal Access Token',
      required: true,
      secret: true,
    }),
  },
  headers: { Authorization: 'Bearer {token}' },
  test: 'user.me',
  source: `${mcp}:docs/guides/configuration.md ; ${mcp}:docs/tdr/001-legacy-document-read-403.md`,
};
