import { operationOf, type Row, type Vendor } from '@patchbay/core';
import { createN8nEngine } from '@patchbay/n8n-engine';
import type { INode } from 'n8n-workflow';
import { type N8nPackage, parametersFor } from './n8n-surface.ts';
import { ownAddress } from './own-address.ts';
import { type Shown, type Storyteller, Told } from './story.ts';
import type { VendorAccess } from './surface.ts';

const expressed = (value: unknown): unknown =>
  value instanceof Told ? `={{ $('${value.step}').item.json.${value.path} }}` : value;

/** Workflows of a vendor's node on n8n's own engine; each node takes what it needs from those before it by an expression. */
export const n8nStoryteller = (
  vendor: Vendor,
  { node, credentialType }: N8nPackage,
  { baseUrl, credential }: VendorAccess,
): Storyteller => ({
  name: 'n8n',
  async tell(steps): Promise<Shown> {
    const engine = createN8nEngine({
      nodes: [node],
      credentialTypes: [credentialType],
      credentials: { [credentialType.name]: { ...credential, baseUrl: ownAddress(baseUrl) } },
    });
    const type = node.description.name;
    const placed = ['Start', ...steps.map(({ name }) => name)];
    const nodes = steps.map(({ name, operation, input }, index): INode => {
      const filled = Object.fromEntries(Object.entries(input).map(([field, value]) => [field, expressed(value)]));
      const parameters = parametersFor(node, operationOf(vendor, operation), filled);
      return { id: name, name, type, typeVersion: 1, position: [220 * (index + 1), 0], parameters };
    });
    const start: INode = { id: 'Start', name: 'Start', type, typeVersion: 1, position: [0, 0], parameters: {} };
    const connections = Object.fromEntries(
      steps.map(({ name }, index) => [
        placed[index] as string,
        { main: [[{ node: name, type: 'main' as const, index: 0 }]] },
      ]),
    );
    const run = await engine.runWorkflow({
      nodes: [start, ...nodes],
      connections,
      trigger: 'Start',
      items: [{ json: {} }],
    });
    const records = steps.flatMap(({ name }): [string, Row][] => {
      const json = run.runs[name]?.[0]?.outputs[0]?.[0]?.json;
      return json ? [[name, json as Row]] : [];
    });
    const failed = steps.find(({ name }) => run.runs[name]?.[0]?.error);
    const error = failed && run.runs[failed.name]?.[0]?.error;
    const words = error && [error.message, 'description' in error ? error.description : ''].join(' ').trim();
    return {
      records: Object.fromEntries(records),
      ...(failed && { failure: { step: failed.name, words: String(words) } }),
    };
  },
  close: async () => undefined,
});
