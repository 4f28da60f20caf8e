import { checkRotations } from '@patchbay/node-red-suite';
import { subject } from './hosts.ts';

checkRotations(subject, { resource: 'board', operation: 'list' });
