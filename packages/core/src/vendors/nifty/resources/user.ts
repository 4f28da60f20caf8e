import { email, text } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { identity } from '../shared-fields.ts';
import { communityNode, feedglance, opencode } from '../sources.ts';

/** The person behind the credential. */
export const user = defineResource({
  name: 'user',
  label: 'User',
  description: 'The person behind the credential',
  fields: {
    ...identity,
    email: email('Mail address', { readOnly: true }),
    name: text('Name', { readOnly: true }),
  },
  operations: {
    me: {
      route: 'GET /api/v1.0/users/me',
      summary: 'Get the user behind the credential',
      returns: 'one',
      evidence: 'partly',
      source: `${feedglance} ; ${opencode} ; ${communityNode}/user/user.properties.ts`,
    },
  },
});
