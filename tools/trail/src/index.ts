export { leaveTrail } from './leave-trail.ts';
export { type Finding, secretsIn } from './secrets-in.ts';
