import { join } from 'node:path';
import { vcita } from '@patchbay/core';
import type { N8nEngine } from '@patchbay/n8n-engine';
import { engineWith, type Subject } from '@patchbay/n8n-suite';
import { VcitaApi } from '../credentials/VcitaApi.credentials.ts';
import { VcitaAppApi } from '../credentials/VcitaAppApi.credentials.ts';
import { VcitaOAuth2Api } from '../credentials/VcitaOAuth2Api.credentials.ts';
import { Vcita } from '../nodes/Vcita/Vcita.node.ts';
import { VcitaPartner } from '../nodes/VcitaPartner/VcitaPartner.node.ts';
import { VcitaTrigger } from '../nodes/VcitaTrigger/VcitaTrigger.node.ts';

/** This package. */
export const subject: Subject = {
  vendor: vcita,
  folder: join(import.meta.dirname, '..'),
  nodes: [new Vcita(), new VcitaPartner()],
  trigger: new VcitaTrigger(),
  credential: new VcitaApi(),
  otherCredentials: { oauth: new VcitaOAuth2Api(), service: new VcitaAppApi() },
};

/** n8n's engine with this package's nodes, and a credential for the given address. */
export const installedFor = (
  baseUrl: string,
  credential: Readonly<Record<string, string>> = { token: 'a-token' },
): N8nEngine => engineWith(subject, baseUrl, credential);
