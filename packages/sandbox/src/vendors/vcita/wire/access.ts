import type { Call } from '../../../rules.ts';
import { type TokenKind, tokenOf } from '../credential.ts';
import { wrongBusiness, wrongToken } from './refusals.ts';

const partners: readonly TokenKind[] = ['directory_token'];
const makers: readonly TokenKind[] = ['directory_token', 'app_token'];

/** Operations that not every token may call, as the vendor names them. */
const closed: Readonly<Record<string, readonly TokenKind[]>> = {
  'client.listEstimates': partners,
  'notificationTemplate.create': makers,
  'notificationTemplate.update': makers,
  'notificationTemplate.delete': makers,
  'staffNotification.create': makers,
  'staffNotification.get': partners,
  'invoice.createPlatform': ['app_token'],
  'app.create': partners,
  'app.update': partners,
  'app.assign': partners,
  'app.unassign': partners,
  'app.updateTranslations': partners,
};

/** Operations of a directory itself: there is no business to act for. */
const ofDirectory = (key: string): boolean =>
  /^(app|auth)\./.test(key) || key === 'business.list' || key === 'user.getMe';

/**
 * Whether the token may do this, and names its business where it has to, and only there.
 * @throws ApiError 422 for the wrong kind of token, 401 for a business that is missing or not wanted
 */
export const checkAccess = ({ operation: { key }, credential }: Call): void => {
  const token = tokenOf(credential);
  const named = credential.endsWith(':on-behalf');
  const wanted = token === 'directory_token' && !ofDirectory(key);
  if (wanted && !named) throw wrongBusiness('A directory token needs the header X-On-Behalf-Of here');
  if (named && !wanted) throw wrongBusiness('The header X-On-Behalf-Of is not wanted here');
  const allowed = closed[key];
  if (allowed && !allowed.includes(token)) throw wrongToken(`${key} is for ${allowed.join(' and ')}, not for ${token}`);
};
