import {
  defineResource,
  listOperations,
  operationOf,
  type Resource,
  referencePages,
  type Vendor,
  vplan,
} from '@patchbay/core';
import { execute, listSearch, loadOptions, nodeProperties } from '@patchbay/n8n-kit';
import { VplanApi } from '@patchbay/n8n-nodes-vplan/credentials/VplanApi.credentials.ts';
import { Vplan } from '@patchbay/n8n-nodes-vplan/nodes/Vplan/Vplan.node.ts';
import { type Sandbox, startSandbox } from '@patchbay/sandbox';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientSurface } from '../src/client-surface.ts';
import { n8nSurface } from '../src/n8n-surface.ts';

// What CONTRIBUTING.md tells a newcomer to write into resources/stage.ts, and nothing else.
const stage = defineResource({
  ...vplan.resources.stage,
  operations: {
    list: {
      route: 'GET /stage',
      summary: 'Get many stages',
      query: vplan.resources.board.operations.list.query,
      returns: 'many',
      evidence: 'documented',
      source: 'https://vplan.eu.apidog.com/list-stages-3589182e0',
    },
  },
});
const vendorWith = (operations: Resource['operations']): Vendor => ({
  ...vplan,
  resources: { ...vplan.resources, stage: { ...stage, operations } },
});
const before = vendorWith({});
const vendor = vendorWith(stage.operations);

/** The node class as its source has it, on the newcomer's definitions. */
class NewVplan extends Vplan {
  override description = { ...new Vplan().description, properties: nodeProperties(vendor) };
  override methods = { listSearch: listSearch(vendor), loadOptions: loadOptions(vendor) };
  override async execute(this: IExecuteFunctions) {
    return execute(this, vendor);
  }
}

describe('one more operation in one resource file', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ vendors: [vendor] });
  });
  afterAll(() => sandbox.close());

  test('is in the sandbox, the client and n8n, which give the same rows', async () => {
    const operation = operationOf(vendor, 'stage.list');
    const access = sandbox.vendors.vplan;
    const byClient = await clientSurface(vendor, access).call(operation, { sort: 'priority' }, 4);
    const n8n = { node: new NewVplan(), credentialType: new VplanApi() };
    expect((byClient as { rows: unknown[] }).rows).toHaveLength(4);
    expect(await n8nSurface(n8n, access).call(operation, { sort: 'priority' }, 4)).toEqual(byClient);
  });

  test('turns references to stages into pick lists', () => {
    const locators = (properties: INodeProperties[]): string[] =>
      properties.flatMap(({ name, type, options }) => [
        ...(type === 'resourceLocator' ? [name] : []),
        ...locators(type === 'collection' ? (options as INodeProperties[]) : []),
      ]);
    expect(locators(nodeProperties(before))).not.toContain('stage_id');
    expect(locators(nodeProperties(vendor))).toContain('stage_id');
  });

  test('is in the reference and in the list of operations', () => {
    const page = referencePages(vendor).find(({ file }) => file === 'stage.md');
    expect(page?.content).toContain('Get many stages. `GET /stage`');
    expect(listOperations([vendor])).toContainEqual(expect.objectContaining({ resource: 'stage', operation: 'list' }));
  });
});
