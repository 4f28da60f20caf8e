import { checkForms } from '@patchbay/n8n-suite';
import { subject } from './installed.ts';

// vPlan's name with a capital, and no mask over a field called `key`, which is the API key.
const spared = [
  [/^vPlan\b/, 'VPlan'],
  [/^key$/, 'apiKey'],
] as const;

checkForms(subject, spared);
