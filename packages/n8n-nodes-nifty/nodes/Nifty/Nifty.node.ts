import { nifty } from '@patchbay/core';
import { execute, listSearch, loadOptions, nodeProperties } from '@patchbay/n8n-kit';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** Nifty's operations as an n8n node. */
export class Nifty implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Nifty',
    name: 'nifty',
    icon: { light: 'file:../../icons/nifty.svg', dark: 'file:../../icons/nifty.dark.svg' },
    group: ['transform'],
    // A list, so that n8n leaves its own "Custom API Call" out of the menus: this node has one that sends.
    version: [1],
    defaultVersion: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Run projects, tasks and discussions in Nifty',
    defaults: { name: 'Nifty' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'niftyApi', required: true, displayOptions: { show: { authentication: ['personalToken'] } } },
      { name: 'niftyOAuth2Api', required: true, displayOptions: { show: { authentication: ['oauth'] } } },
    ],
    // Made when n8n asks for it, and once: loading the package is fast.
    get properties() {
      return nodeProperties(nifty);
    },
  };

  methods = {
    listSearch: listSearch(nifty),
    // Made when a menu is opened: it looks through all operations.
    get loadOptions() {
      return loadOptions(nifty);
    },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await execute(this, nifty);
  }
}
