import type { INodeExecutionData, INodeType } from 'n8n-workflow';

/** What comes out of a stand-in, by output. */
type Hand = (items: INodeExecutionData[], value: unknown) => Promise<INodeExecutionData[][]> | INodeExecutionData[][];

/** Stands for a node of n8n's own, which are not part of its engine. */
const standInFor = (name: string, outputs: number, parameter: string, hand: Hand): INodeType => ({
  description: {
    displayName: name,
    name,
    group: ['transform'],
    version: [1, 1.1, 2.2],
    description: name,
    defaults: { name },
    inputs: ['main'],
    outputs: Array.from({ length: outputs }, () => 'main'),
    properties: [{ displayName: 'Value', name: parameter, type: 'json', default: '' }],
  },
  async execute() {
    return await hand(this.getInputData(), this.getNodeParameter(parameter, 0));
  },
});

/** Stand-ins for the nodes of n8n's own that the examples use. */
export const standIn = {
  /** Splits by one condition that is true or false. */
  if: () =>
    standInFor('if', 2, 'conditions', (items, value) => {
      const { conditions } = value as { conditions: [{ leftValue: boolean }] };
      return conditions[0].leftValue ? [items, []] : [[], items];
    }),
  stopAndError: () =>
    standInFor('stopAndError', 0, 'errorMessage', (_, value) => {
      throw new Error(String(value));
    }),
  /** @param wait what happens meanwhile */
  wait: (wait: () => Promise<void>) =>
    standInFor('wait', 1, 'amount', async (items) => {
      await wait();
      return [items];
    }),
} as const;
