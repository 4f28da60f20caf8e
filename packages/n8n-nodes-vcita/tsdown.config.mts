import { bundle } from '@patchbay/n8n-kit/bundle';
import { defineConfig } from 'tsdown';

export default defineConfig(bundle);
