import type { ResourceRules } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import { problem, type Values } from './checks.ts';

/** User name of the one that programs write as: author of comments and attachments. */
const integrationName = 'koppeling';

/** The user behind the API key. */
export const integrationUser = ({ store }: Twin): Row | undefined =>
  store.rows('user').find(({ username }) => username === integrationName);

const linkedResource = ({ resource }: Values): unknown =>
  typeof resource === 'object' && resource !== null ? (resource as Values).id : null;

/** Values of a user with the resource by its identifier. */
export const preparedUser = ({ resource, ...values }: Values): Values => ({
  ...values,
  ...(resource !== undefined && { resource_id: linkedResource({ resource }) }),
});

/** What is wrong with the resource that a user is to work as. */
export const userProblems = (values: Values, { store }: Twin) => {
  const id = linkedResource(values);
  return id === null || store.find('resource', id)
    ? []
    : [problem('resource.id', 'must be the identifier of a resource')];
};

/** Values of a user that nobody gave. */
export const newUser = {
  card_visibility: 'all',
  language: 'nl',
  timezone: 'Europe/Amsterdam',
  is_sso: false,
  mfa_enabled: false,
  notify_own_changes: false,
} as const;

/** A user; the resource that one works as travels as `{id}`. */
export const userRules: ResourceRules = {
  check: (values, _, twin) => userProblems(values, twin),
  prepare: preparedUser,
};
