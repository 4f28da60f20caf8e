import { vcita } from '@patchbay/core';
import { execute, listSearch, loadOptions, nodeProperties } from '@patchbay/n8n-kit';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** What vcita's partners do for the businesses of their directory, as an n8n node. */
export class VcitaPartner implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'vcita Partner',
    name: 'vcitaPartner',
    icon: { light: 'file:../../icons/vcita.svg', dark: 'file:../../icons/vcita.dark.svg' },
    group: ['transform'],
    // A list, so that n8n leaves its own "Custom API Call" out of the menus: this node has one that sends.
    version: [1],
    defaultVersion: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Set up businesses and apps as a partner of vcita',
    defaults: { name: 'vcita Partner' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'vcitaApi', required: true, displayOptions: { show: { authentication: ['token'] } } },
      { name: 'vcitaOAuth2Api', required: true, displayOptions: { show: { authentication: ['oauth'] } } },
      { name: 'vcitaAppApi', required: true, displayOptions: { show: { authentication: ['service'] } } },
    ],
    // Made when n8n asks for it, and once: loading the package is fast.
    get properties() {
      return nodeProperties(vcita, { tier: 2 });
    },
  };

  methods = {
    listSearch: listSearch(vcita),
    // Made when a menu is opened: it looks through all operations.
    get loadOptions() {
      return loadOptions(vcita);
    },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await execute(this, vcita);
  }
}
