import { checkPackage } from '@patchbay/n8n-suite';
import { subject } from './installed.ts';

checkPackage(subject, { packedKilobytes: 100, formBytes: 260_000, operationBytes: 1100 });
