import { checkConnect } from '@patchbay/node-red-suite';
import { subject } from './hosts.ts';

checkConnect(subject, { call: { resource: 'board', operation: 'list' }, renews: true });
