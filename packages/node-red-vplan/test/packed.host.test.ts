import { checkPacked } from '@patchbay/node-red-suite';
import { subject } from './hosts.ts';

checkPacked(subject, 'board.list');
