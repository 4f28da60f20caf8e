import { checkForms } from '@patchbay/n8n-suite';
import { subject } from './installed.ts';

// Markdown is a name.
checkForms(subject, [[/ as Markdown$/, ' as markdown']]);
