import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

// n8n keeps an identity of the installation in its user folder, which must not be the developer's own.
const userFolder = mkdtempSync(join(tmpdir(), 'patchbay-n8n-engine-'));
process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_ENCRYPTION_KEY = 'for tests in this process only';
process.env.N8N_LOG_LEVEL = 'silent';

/** n8n-core, by `require`: an import could load a second copy of n8n-workflow beside the one that it uses. */
export const n8nCore: typeof import('n8n-core') = require('n8n-core');

/** n8n-workflow, the very copy that n8n-core uses. */
export const n8nWorkflow: typeof import('n8n-workflow') = require('n8n-workflow');

// Once the identity is made it is only read from memory.
createRequire(require.resolve('n8n-core'))('@n8n/di').Container.get(n8nCore.InstanceSettings);
rmSync(userFolder, { recursive: true });
