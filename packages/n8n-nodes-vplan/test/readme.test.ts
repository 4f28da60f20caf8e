import { checkReadme } from '@patchbay/n8n-suite';
import { subject } from './installed.ts';

checkReadme(subject);
