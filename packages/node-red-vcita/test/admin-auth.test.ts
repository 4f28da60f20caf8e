import { checkAdminRoutes } from '@patchbay/node-red-suite';
import { subject } from './subject.ts';

checkAdminRoutes(subject);
