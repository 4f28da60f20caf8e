import { checkPackage } from '@patchbay/n8n-suite';
import { subject } from './installed.ts';

checkPackage(subject, { packedKilobytes: 80, formBytes: 222_000 });
