import { checkConnectEditor } from '@patchbay/node-red-suite';
import { subject } from './subject.ts';

checkConnectEditor(subject, { resource: 'client', operation: 'list' });
