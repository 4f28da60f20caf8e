import { choice, email, flag, id, object, ref, text, url } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';
import { externalRefShown } from '../external-reference.ts';
import { archivedToo, listQuery, showHide, withRelations } from '../list-query.ts';
import { archivedAt, identity, stamps } from '../shared-fields.ts';

const withUser = withRelations(['resource', 'time_tracking', 'settings', 'board_views']);
const worksAs = 'Resource that the user works as, as {id}';
const given = { readOnly: true } as const;

/** A person with access to vPlan. */
export const user = defineResource({
  name: 'user',
  label: 'User',
  description: 'A person with access to vPlan',
  title: ['fullname', 'email'],
  simplified: [
    'id',
    'fullname',
    'email',
    'role',
    'status',
    'resource_id',
    'language',
    'card_visibility',
    'avatar',
    'archived_at',
  ],
  fields: {
    ...identity,
    email: email('Mail address', { example: 'planner@example.com' }),
    username: text('User name', given),
    fullname: text('Full name', given),
    display_name: text('Name that vPlan shows', given),
    role: choice(['admin', 'manager', 'organiser', 'member', 'guest'], 'What the user may do', { example: 'member' }),
    status: text('State of the user', given),
    card_visibility: choice(['all', 'linked'], 'All cards, or only linked ones; all for new users', {
      example: 'all',
    }),
    language: choice(['nl', 'de', 'es', 'fr', 'it', 'pl', 'pt', 'en'], 'Language; nl unless given', { example: 'en' }),
    timezone: text('Time zone', given),
    mobile: text('Mobile number', { nullable: true, example: '+31612345678' }),
    resource_id: ref('resource', 'Resource that the user works as', given),
    resource: object({ id: ref('resource', 'Identifier of the resource') }, worksAs, {
      nullable: true,
    }),
    avatar: url('Picture', given),
    avatar_checksum: text('Checksum of the picture', given),
    avatar_signature: text('Signature of the picture', given),
    idp_id: id('Identity provider', given),
    invite_id: id('Invitation', given),
    is_sso: flag('Single sign-on is used', given),
    mfa_enabled: flag('Multi-factor authentication is on', given),
    notify_own_changes: flag('The user is told of own changes', given),
    ...externalRefShown,
    ...archivedAt,
    ...stamps,
  },
  operations: {
    list: {
      route: 'GET /user',
      summary: 'Get many users',
      query: { ...listQuery, ...withUser, ...archivedToo },
      returns: 'many',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/list-users.md',
    },
    get: {
      route: 'GET /user/{user_id}',
      summary: 'Get a user',
      query: { ...showHide, ...withUser },
      returns: 'one',
      evidence: 'partly',
      source: 'mindcloud-inc/universal-api-reference:apis/v/vPlan/native-api/actions/get-user.md',
    },
    invite: {
      route: 'POST /user',
      summary: 'Invite a user',
      description: 'vPlan answers without the new user; the list has it',
      body: { required: ['email', 'role'], optional: ['card_visibility', 'language', 'mobile', 'resource'] },
      returns: 'nothing',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/invite-user-3855017e0',
    },
    update: {
      route: 'PUT /user/{user_id}',
      summary: 'Update the role or resource of a user',
      description: 'vPlan has no call to remove a user',
      body: {
        fields: { resource: object({ id: ref('resource', 'Identifier of the resource') }, worksAs) },
        optional: ['role', 'card_visibility'],
      },
      returns: 'one',
      readBack: 'whenEmpty',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/update-single-user-3589208e0',
    },
  },
});
