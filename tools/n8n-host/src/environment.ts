import { createRequire } from 'node:module';
import type { N8nInstallation } from './cache.ts';
import { pathWithNode } from './cache.ts';
import type { Secrets } from './user-folder.ts';

/** Everything else is kept from n8n: settings for another n8n on this machine must not reach this one. */
const INHERITED = ['HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR'];

/** Of no use to a connector, or calling home at the start. */
const DISABLED_MODULES = [
  'mcp-registry',
  'instance-ai',
  'agents',
  'agent-evals',
  'chat-hub',
  'workflow-builder',
  'mcp',
  'instance-version-history',
  'insights',
  'breaking-changes',
  'quick-connect',
  'engine-v2',
  'otel',
];

/** What the environment of an n8n is made from. */
export interface EnvironmentParts {
  installation: N8nInstallation;
  userFolder: string;
  port: number;
  /** Where n8n's process for Code nodes connects to it: a free port. */
  brokerPort: number;
  email: string;
  secrets: Secrets;
}

/** The environment of an n8n that listens on loopback only, calls nobody, asks nothing and has its owner already. */
export function n8nEnvironment(parts: EnvironmentParts): Record<string, string> {
  const { installation, userFolder, port, brokerPort, email, secrets } = parts;
  const inherited = INHERITED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const url = `http://127.0.0.1:${port}/`;
  return {
    ...Object.fromEntries(inherited),
    PATH: pathWithNode(installation),
    NODE_ENV: 'production',
    N8N_USER_FOLDER: userFolder,
    N8N_PORT: String(port),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    N8N_EDITOR_BASE_URL: url,
    N8N_WEBHOOK_URL: url,
    N8N_ENCRYPTION_KEY: secrets.encryptionKey,
    N8N_SECURE_COOKIE: 'false',
    N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
    N8N_INSTANCE_OWNER_EMAIL: email,
    N8N_INSTANCE_OWNER_FIRST_NAME: 'Patchbay',
    N8N_INSTANCE_OWNER_LAST_NAME: 'Demo',
    N8N_INSTANCE_OWNER_PASSWORD_HASH: passwordHash(installation, secrets.password),
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_DYNAMIC_BANNERS_ENABLED: 'false',
    N8N_VERIFIED_PACKAGES_ENABLED: 'false',
    N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
    N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
    N8N_DISABLED_MODULES: DISABLED_MODULES.join(','),
  };
}

function passwordHash({ n8n }: N8nInstallation, password: string): string {
  const bcrypt: { hashSync(text: string, rounds: number): string } = createRequire(n8n)('bcryptjs');
  return bcrypt.hashSync(password, 10);
}
