import { checkPacked } from '@patchbay/node-red-suite';
import { subject } from './subject.ts';

checkPacked(subject, 'client.list');
