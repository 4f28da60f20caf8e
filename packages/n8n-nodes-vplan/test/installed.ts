import { join } from 'node:path';
import { vplan } from '@patchbay/core';
import type { N8nEngine } from '@patchbay/n8n-engine';
import { engineWith, type Subject } from '@patchbay/n8n-suite';
import { VplanApi } from '../credentials/VplanApi.credentials.ts';
import { VplanOAuth2Api } from '../credentials/VplanOAuth2Api.credentials.ts';
import { Vplan } from '../nodes/Vplan/Vplan.node.ts';
import { VplanTrigger } from '../nodes/VplanTrigger/VplanTrigger.node.ts';

/** This package. */
export const subject: Subject = {
  vendor: vplan,
  folder: join(import.meta.dirname, '..'),
  nodes: [new Vplan()],
  trigger: new VplanTrigger(),
  credential: new VplanApi(),
  otherCredentials: { oauth: new VplanOAuth2Api() },
};

/** n8n's engine with this package's nodes, and a credential for the given address. */
export const installedFor = (
  baseUrl: string,
  credential: Readonly<Record<string, string>> = { key: 'a-key', environment: 'an-environment' },
): N8nEngine => engineWith(subject, baseUrl, credential);
