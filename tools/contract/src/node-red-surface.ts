import type { InputValues, Vendor } from '@patchbay/core';
import { type Message, startNodeRed } from '@patchbay/node-red-runtime';
import { ownAddress } from './own-address.ts';
import { filesIn } from './sample-file.ts';
import type { Outcome, Surface, VendorAccess } from './surface.ts';

/** A typedInput's pair for a fixed value. */
export const typed = (value: unknown): { type: string; value: string } => {
  if (typeof value === 'string') return { type: 'str', value };
  if (typeof value === 'number') return { type: 'num', value: String(value) };
  if (typeof value === 'boolean') return { type: 'bool', value: String(value) };
  return { type: 'json', value: JSON.stringify(value) };
};

const fieldsOf = (input: InputValues) => {
  const files = new Set(filesIn(input).map(([name]) => name));
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      files.has(name) ? { type: 'msg', value: `files.${name}` } : typed(value),
    ]),
  );
};

/** Files travel in the message, as they come from another node. */
const messageFor = (input: InputValues) => ({
  payload: '',
  files: Object.fromEntries(
    filesIn(input).map(([name, { bytes, name: fileName, type }]) => {
      const file = { data: bytes, name: fileName, type };
      return [name, Array.isArray(input[name]) ? [file] : file];
    }),
  ),
});

/** The vendor's node in a real Node-RED, loaded from its package's folder as built. */
export const nodeRedSurface = async (
  vendor: Vendor,
  packageFolder: string,
  { baseUrl, credential }: VendorAccess,
): Promise<Surface> => {
  const nodeRed = await startNodeRed({ nodesDir: [packageFolder] });
  const account = () => ({
    id: 'account',
    type: `${vendor.name}-account`,
    name: '',
    baseUrl: ownAddress(baseUrl),
    scheme: Object.keys(vendor.auth)[0],
  });
  return {
    name: 'Node-RED',
    async call(operation, input, limit, own = credential): Promise<Outcome> {
      const { returns } = operation.definition;
      const node = {
        id: 'node',
        type: operation.definition.tier === 2 ? `${vendor.name}-partner` : vendor.name,
        z: 'tab',
        x: 100,
        y: 100,
        account: 'account',
        resource: operation.resource.name,
        operation: operation.name,
        fields: fieldsOf(input),
        fromPayload: 'none',
        output: 'array',
        limit: { type: 'num', value: String(limit) },
        version: 1,
        wires: [['result']],
      };
      const sink = { type: 'debug', z: 'tab', x: 300, y: 100, active: false, wires: [] };
      const flows = [
        { id: 'tab', type: 'tab', label: 'Contract' },
        account(),
        node,
        { ...sink, id: 'result' },
        { id: 'catch', type: 'catch', z: 'tab', x: 100, y: 200, scope: null, wires: [['failure']] },
        { ...sink, id: 'failure' },
      ];
      await nodeRed.deploy(flows, { account: { ...own } });
      nodeRed.forget();
      nodeRed.send('node', messageFor(input));
      const arrived = await nodeRed.waitFor<Message>(
        operation.key,
        () => nodeRed.messagesAt('result')[0] ?? nodeRed.messagesAt('failure')[0],
      );
      const { error } = arrived as { error?: { code: string; message: string } };
      if (error) return { code: error.code, message: error.message };
      if (returns === 'many') return { rows: arrived.payload as never };
      if (returns === 'file') return { file: String(arrived.payload) };
      return returns === 'one' ? { record: arrived.payload as never } : { done: true };
    },
    close: () => nodeRed.stop(),
  };
};
