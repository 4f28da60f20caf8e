export {
  authenticated,
  credentialProperties,
  credentialTest,
  genericAuthentication,
} from './credential/credential-type.ts';
export { serviceToken } from './credential/service-token.ts';
export { execute } from './execute/execute.ts';
export { listSearch } from './lookup/list-search.ts';
export { loadOptions } from './lookup/load-options.ts';
export { type NodeScope, nodeProperties } from './properties/node-properties.ts';
export { receiveDelivery } from './trigger/receive-delivery.ts';
export { triggerProperties } from './trigger/trigger-properties.ts';
export { webhookMethods } from './trigger/webhook-methods.ts';
