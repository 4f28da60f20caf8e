import { vplan } from '@patchbay/core';
import { execute, listSearch, loadOptions, nodeProperties } from '@patchbay/n8n-kit';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** vPlan's operations as an n8n node. */
export class Vplan implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'vPlan',
    name: 'vplan',
    icon: { light: 'file:../../icons/vplan.svg', dark: 'file:../../icons/vplan.dark.svg' },
    group: ['transform'],
    // A list, so that n8n leaves its own "Custom API Call" out of the menus: this node has one that sends.
    version: [1],
    defaultVersion: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Plan work on the boards of vPlan',
    defaults: { name: 'vPlan' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'vplanApi', required: true, displayOptions: { show: { authentication: ['apiKey'] } } },
      { name: 'vplanOAuth2Api', required: true, displayOptions: { show: { authentication: ['oauth'] } } },
    ],
    // Made when n8n asks for it, and once: loading the package is fast.
    get properties() {
      return nodeProperties(vplan);
    },
  };

  methods = {
    listSearch: listSearch(vplan),
    // Made when a menu is opened: it looks through all operations.
    get loadOptions() {
      return loadOptions(vplan);
    },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await execute(this, vplan);
  }
}
