import { createN8nEngine } from '@patchbay/n8n-engine';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';

/** A list whose pages are asked for by offset. */
interface PagedList {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pageSize: number;
}

const description: INodeTypeDescription = {
  displayName: 'Pagination',
  name: 'pagination',
  group: ['input'],
  version: 1,
  description: "Walks a list as n8n's HTTP Request node does",
  defaults: { name: 'Pagination' },
  inputs: ['main'],
  outputs: ['main'],
  properties: [],
};

/**
 * Walks a list by the helper that n8n's HTTP Request node paginates with, called as that node calls it, within n8n's own
 * engine: one page after the other, until the count is reached.
 * @returns the number of rows
 */
export const n8nPagination = ({ address, headers, pageSize }: PagedList): (() => Promise<number>) => {
  class Pagination implements INodeType {
    description = description;

    async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
      const answers = await this.helpers.requestWithAuthenticationPaginated.call(
        this,
        // The options that the node sets when the answer's format is found out by itself.
        { uri: address, headers, method: 'GET', qs: { limit: pageSize }, encoding: null, useStream: true, json: false },
        0,
        {
          continue: `={{ $response.body.offset + ${pageSize} < $response.body.count }}`,
          request: { url: address, qs: { offset: `={{ $pageCount * ${pageSize} }}` } },
          requestInterval: 0,
        },
      );
      const rows = answers.reduce((sum: number, { body }: { body: { data: unknown[] } }) => sum + body.data.length, 0);
      return [[{ json: { rows } }]];
    }
  }
  const engine = createN8nEngine({ nodes: [new Pagination()], credentialTypes: [], credentials: {} });
  return async () => {
    const { outputs, error } = await engine.runNode({ type: 'pagination', parameters: {} });
    if (error) throw error;
    return Number(outputs[0]?.[0]?.json.rows);
  };
};
