import type { Random } from '../../random.ts';

/** The key pair of the sandbox's only environment. It opens nothing but the sandbox. */
export const vplanCredential = (random: Random): Readonly<Record<string, string>> => ({
  key: `sandbox-${random.uuid().replaceAll('-', '').slice(-16)}`,
  environment: random.uuid(),
});

/** Identifier of that key, as records tell it. */
export const apiKeyId = '5a4db0c5-0000-4000-8000-000000000001';
