import { checkAdminRoutes } from '@patchbay/node-red-suite';
import { subject } from './hosts.ts';

checkAdminRoutes(subject);
