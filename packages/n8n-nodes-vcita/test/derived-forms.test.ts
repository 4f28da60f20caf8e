import { checkForms } from '@patchbay/n8n-suite';
import { subject } from './installed.ts';

// vcita's name begins small, and settings have no singular.
const spared = [
  [/^vcita\b/, 'Vcita'],
  [/\bSettings$/, 'Setting'],
] as const;

checkForms(subject, spared);
