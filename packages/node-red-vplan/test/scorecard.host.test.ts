import { checkScorecard } from '@patchbay/node-red-suite';
import { subject } from './hosts.ts';

checkScorecard(subject);
