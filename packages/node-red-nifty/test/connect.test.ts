import { checkConnect } from '@patchbay/node-red-suite';
import { subject } from './subject.ts';

checkConnect(subject, { call: { resource: 'project', operation: 'list' }, renews: true });
