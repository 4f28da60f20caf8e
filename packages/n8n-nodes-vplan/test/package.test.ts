import { checkPackage } from '@patchbay/n8n-suite';
import { subject } from './installed.ts';

checkPackage(subject, { packedKilobytes: 60, formBytes: 112_000 });
