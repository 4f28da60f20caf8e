import { checkScorecard } from '@patchbay/node-red-suite';
import { subject } from './subject.ts';

checkScorecard(subject);
