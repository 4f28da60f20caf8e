import { checkConnect } from '@patchbay/node-red-suite';
import { subject } from './subject.ts';

checkConnect(subject, { call: { resource: 'client', operation: 'list' }, renews: false });
