import type { Row, Vendor } from '@patchbay/core';
import { type Message, startNodeRed } from '@patchbay/node-red-runtime';
import { typed } from './node-red-surface.ts';
import { ownAddress } from './own-address.ts';
import { type Shown, type Storyteller, Told } from './story.ts';
import type { VendorAccess } from './surface.ts';

/** Where a step's record is kept in the message, as a user would call it. */
const keptAs = (step: string): string => step.toLowerCase().replaceAll(' ', '_');

const fieldOf = (value: unknown) =>
  value instanceof Told ? { type: 'msg', value: `${keptAs(value.step)}.${value.path}` } : typed(value);

/** Flows of a vendor's node in a real Node-RED; a Change node behind each of ours keeps its record in the message. */
export const nodeRedStoryteller = async (
  vendor: Vendor,
  packageFolder: string,
  { baseUrl, credential }: VendorAccess,
): Promise<Storyteller> => {
  const nodeRed = await startNodeRed({ nodesDir: [packageFolder] });
  const onTab = { z: 'tab', x: 100, y: 100 };
  return {
    name: 'Node-RED',
    async tell(steps): Promise<Shown> {
      const nodes = steps.flatMap(({ name, operation: key, input }, index) => {
        const [resource, operation] = key.split('.');
        return [
          {
            ...onTab,
            id: name,
            name,
            type: vendor.name,
            account: 'account',
            resource,
            operation,
            fields: Object.fromEntries(Object.entries(input).map(([field, value]) => [field, fieldOf(value)])),
            fromPayload: 'none',
            output: 'array',
            version: 1,
            wires: [[`keep ${name}`]],
          },
          {
            ...onTab,
            id: `keep ${name}`,
            type: 'change',
            rules: [{ t: 'set', p: keptAs(name), pt: 'msg', to: 'payload', tot: 'msg' }],
            wires: [[steps[index + 1]?.name ?? 'end']],
          },
        ];
      });
      const scheme = Object.keys(vendor.auth)[0];
      await nodeRed.deploy(
        [
          { id: 'tab', type: 'tab', label: 'Story' },
          { id: 'account', type: `${vendor.name}-account`, name: '', baseUrl: ownAddress(baseUrl), scheme },
          ...nodes,
          { ...onTab, id: 'catch', type: 'catch', scope: null, wires: [['failure']] },
          ...['end', 'failure'].map((id) => ({ ...onTab, id, type: 'debug', active: false, wires: [] })),
        ],
        { account: { ...credential } },
      );
      nodeRed.forget();
      nodeRed.send(String(steps[0]?.name), { payload: '' });
      await nodeRed.waitFor(
        'the end of the flow',
        () => nodeRed.messagesAt('end')[0] ?? nodeRed.messagesAt('failure')[0],
      );
      const told = steps.flatMap(({ name }): [string, Row][] =>
        nodeRed.messagesAt(`keep ${name}`).map(({ payload }) => [name, payload as Row]),
      );
      const caught = nodeRed.messagesAt('failure')[0] as
        | (Message & { error: { message: string; source: { name: string } } })
        | undefined;
      return {
        records: Object.fromEntries(told),
        ...(caught && { failure: { step: caught.error.source.name, words: caught.error.message } }),
      };
    },
    close: () => nodeRed.stop(),
  };
};
