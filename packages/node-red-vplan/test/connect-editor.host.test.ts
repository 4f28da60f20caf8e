import { checkConnectEditor } from '@patchbay/node-red-suite';
import { subject } from './hosts.ts';

checkConnectEditor(subject, { resource: 'board', operation: 'list' });
