import { checkOperations } from '@patchbay/node-red-suite';
import { subject } from './subject.ts';

checkOperations(subject, { answered: 0.9 });
