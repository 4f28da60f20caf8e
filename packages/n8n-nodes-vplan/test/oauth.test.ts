import { checkOAuth } from '@patchbay/n8n-suite';
import { subject } from './installed.ts';

checkOAuth(subject, { resource: 'board', search: 'searchBoard' });
