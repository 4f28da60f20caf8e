import { join } from 'node:path';
import { nifty } from '@patchbay/core';
import type { N8nEngine } from '@patchbay/n8n-engine';
import { engineWith, type Subject } from '@patchbay/n8n-suite';
import { NiftyApi } from '../credentials/NiftyApi.credentials.ts';
import { NiftyOAuth2Api } from '../credentials/NiftyOAuth2Api.credentials.ts';
import { Nifty } from '../nodes/Nifty/Nifty.node.ts';
import { NiftyTrigger } from '../nodes/NiftyTrigger/NiftyTrigger.node.ts';

/** This package. */
export const subject: Subject = {
  vendor: nifty,
  folder: join(import.meta.dirname, '..'),
  nodes: [new Nifty()],
  trigger: new NiftyTrigger(),
  credential: new NiftyApi(),
  otherCredentials: { oauth: new NiftyOAuth2Api() },
};

/** n8n's engine with this package's nodes, and a credential for the given address. */
export const installedFor = (
  baseUrl: string,
  credential: Readonly<Record<string, string>> = { token: 'a-token' },
): N8nEngine => engineWith(subject, baseUrl, credential);
